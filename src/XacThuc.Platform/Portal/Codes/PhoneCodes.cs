using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Platform.Portal.Codes;

/// <summary>
/// One-time codes to phones, for whatever they open: sent within the transaction of the caller, tried so many times, used
/// once. A phone gets so many an hour, whatever they are for.
/// </summary>
internal sealed class PhoneCodes(PlatformDb db, MessageOutbox outbox, OneTimeCodes codes, PortalLimits limits, TimeProvider time)
{
    // From here on no phone counts its codes.
    private const int Unsent = 1_000_000_000;

    /// <summary>Whether codes can be sent from this house at all.</summary>
    public bool CanSend => outbox.Sends;

    /// <summary>Sends a code; those of the same subject before are over. Within the caller's transaction.</summary>
    /// <param name="subject">What it opens, as <c>noun:id</c>.</param>
    /// <param name="to">The phone.</param>
    /// <param name="words">The message, of code and minutes.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Stops.</param>
    public async Task<Refusal?> Send(string subject, PhoneNumber to, Func<string, int, Bilingual> words, DateTimeOffset now, CancellationToken stop)
    {
        var before = await Before(to.InFull(), now, stop);
        return before.Lately < limits.CodesOfPhone && await Add(subject, to.InFull(), before.Last + 1, to, words, now, stop)
            ? null : CodeRefusals.TooManyOfPhone;
    }

    /// <summary>
    /// Sends a code to a phone, or to nobody, and lets nobody find out which: the same statements run, and where a phone has
    /// had enough codes a message is written that is never sent. Within the caller's transaction.
    /// </summary>
    /// <param name="subject">What it opens, as <c>noun:id</c>, used for this alone.</param>
    /// <param name="to">The phone; none where there is nobody.</param>
    /// <param name="instead">What stands for the phone where there is none: the same for the same question.</param>
    /// <param name="words">The message, of code and minutes.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Stops.</param>
    public async Task SendQuietly(
        string subject, PhoneNumber? to, string instead, Func<string, int, Bilingual> words, DateTimeOffset now, CancellationToken stop)
    {
        var phone = to?.InFull() ?? $"?{instead}";
        var before = await Before(phone, now, stop);
        if (before.Lately < limits.CodesOfPhone)
        {
            if (await Add(subject, phone, before.Last + 1, to, words, now, stop)) return;
        }

        // It had enough, or somebody asks for another at the same moment.
        await Add(subject, $"?{subject}", RandomNumberGenerator.GetInt32(Unsent, int.MaxValue), null, words, now, stop);
    }

    /// <summary>Compares what was typed with the last code of a subject; the try is counted first.</summary>
    /// <returns>The id of the right code, to be used once.</returns>
    public async Task<Result<long>> Check(string subject, string? typed, Act refused, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.Set<PhoneCode>().AsNoTracking().Where(code => code.Subject == subject).OrderByDescending(code => code.Id)
            .FirstOrDefaultAsync(stop) is not { } code) return CodeRefusals.CodeOver;

        // Counted in the database in one step, before anything is compared: many tries at the same moment count as many.
        var most = limits.TriesOfCode;
        var counted = await db.Set<PhoneCode>().Where(one => one.Id == code.Id && one.UsedAt == null && one.Until > now && one.Tries < most)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Tries, one => one.Tries + 1), stop);
        if (counted == 0) return CodeRefusals.CodeOver;
        if (IsRight(typed, code.Digest)) return code.Id;
        await db.Save(refused, stop);
        return CodeRefusals.WrongCode(Math.Max(0, most - code.Tries - 1));
    }

    /// <summary>Uses a code that was right, within the caller's transaction; only the first who does may go on.</summary>
    public async Task<bool> Use(long codeId, DateTimeOffset now, CancellationToken stop) =>
        await db.Set<PhoneCode>().Where(one => one.Id == codeId && one.UsedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now), stop) > 0;

    // One question: with two, a code sent between them would be counted by the second alone, and one too many be sent.
    private async Task<(int Lately, int Last)> Before(string phone, DateTimeOffset now, CancellationToken stop)
    {
        var hourAgo = now.AddHours(-1);
        var before = await db.Set<PhoneCode>().Where(code => code.Phone == phone).GroupBy(code => code.Phone)
            .Select(all => new { Lately = all.Count(code => code.At > hourAgo), Last = all.Max(code => code.Nth) }).FirstOrDefaultAsync(stop);
        return (before?.Lately ?? 0, before?.Last ?? 0);
    }

    private async Task<bool> Add(
        string subject, string phone, int nth, PhoneNumber? to, Func<string, int, Bilingual> words, DateTimeOffset now, CancellationToken stop)
    {
        var secret = OneTimeCodes.New();
        var code = new PhoneCode
        {
            Subject = subject,
            Phone = phone,
            Nth = nth,

            // What went to nobody is opened by no six digits.
            Digest = codes.DigestOf(to is null ? $"{secret}-" : secret),
            At = now,
            Until = now + limits.CodeLives,
        };
        var message = outbox.Make(MessageKind.Code, subject, nth, to, words(secret, (int)limits.CodeLives.TotalMinutes).ToString(), code.Until);
        db.Add(code);
        db.Add(message);
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException problem) when (HouseDb.IsTwice(problem))
        {
            // Somebody asks for many at the same moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private bool IsRight(string? typed, string digest)
    {
        try
        {
            return codes.IsCode(string.Concat((typed ?? "").Where(char.IsAsciiDigit)), digest);
        }
        catch (CryptographicException)
        {
            // Made under keys that this house has no more.
            return false;
        }
    }
}
