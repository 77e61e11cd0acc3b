using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>What became of a form: problems to put right, or the way to the page that asks for the code.</summary>
internal sealed record LookTaken(IReadOnlyList<FormProblem> Problems, Guid Ticket);

/// <summary>
/// Takes a look-up. Whether somebody was found makes no difference: the same statements run, a ticket, a code and a message
/// are written, the answer is the same; the message to nobody is never sent.
/// </summary>
internal sealed class AskToLook(PlatformDb db, FindRecords find, PhoneCodes codes, AddressMeters addresses, AskedMeters asked, TimeProvider time)
{
    /// <summary>How long a ticket waits for its code.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromMinutes(30);

    /// <summary>Asks.</summary>
    public async Task<Result<LookTaken>> Run(LookForm form, IPAddress? from, CancellationToken stop)
    {
        if (!codes.CanSend) return LookRefusals.NoMessages;
        var now = time.GetUtcNow();
        var (question, problems) = Question.Of(form, Shown.Day(now));
        if (question is null) return new LookTaken(problems, default);
        var hash = asked.HashOf(question.Asked);
        if (!addresses.MaySendCode(from)) return RegisterRefusals.TooManyOfAddress;
        if (!asked.MayAsk(hash)) return LookRefusals.TooManyOfOne;

        var found = (await find.Of(question, stop)).Where(record => record.Phone.Length > 0).ToList();

        // One code goes to one phone: what is on another phone is not opened by it.
        var phone = found is [] ? "" : found[^1].Phone;
        var ticket = new LookTicket
        {
            Ticket = Guid.NewGuid(),
            Records = string.Join(' ', found.Where(record => record.Phone.Equals(phone, StringComparison.Ordinal)).Select(record => record.Ref).Distinct(StringComparer.Ordinal)),
            Phone = phone,
            Asked = hash,
            At = now,
        };
        await Send(ticket, isNew: true, now, stop);
        return new LookTaken([], ticket.Ticket);
    }

    /// <summary>Sends another code, or seems to.</summary>
    public async Task<Result<Guid>> Again(Guid ticket, IPAddress? from, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.FindTicket(ticket, now, stop) is not { } there) return LookRefusals.Gone;
        if (!addresses.MaySendCode(from)) return RegisterRefusals.TooManyOfAddress;
        if (!asked.MayAsk(there.Asked)) return LookRefusals.TooManyOfOne;
        await Send(there, isNew: false, now, stop);
        return ticket;
    }

    private async Task Send(LookTicket ticket, bool isNew, DateTimeOffset now, CancellationToken stop)
    {
        PhoneNumber? to = PhoneNumber.TryParse(ticket.Phone, out var phone) ? phone : null;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (isNew) db.Add(ticket);
        await db.Save(new Act(PortalRegistration.Citizen, now, "look.ask", $"look:{ticket.Ticket:N}"), stop);
        await codes.SendQuietly(ticket.Subject, to, ticket.Asked, MessageTexts.LookCode, now, stop);
        await all.CommitAsync(stop);
    }
}

/// <summary>Takes the code of a look-up; whoever has it sees the records that agreed with what was asked, and no others.</summary>
internal sealed class ConfirmLook(PlatformDb db, PhoneCodes codes, TimeProvider time)
{
    /// <summary>Confirms.</summary>
    public async Task<Result<Citizen>> Run(Guid ticket, string? typed, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.FindTicket(ticket, now, stop) is not { } look) return LookRefusals.Gone;
        var refused = new Act(PortalRegistration.Citizen, now, "look.refuse_code", look.Subject);
        if (!(await codes.Check(look.Subject, typed, refused, stop)).TryGet(out var code, out var refusal)) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await codes.Use(code, now, stop)) return LookRefusals.Gone;
        await db.Save(new Act(PortalRegistration.Citizen, now, "look.confirm", look.Subject), stop);
        await all.CommitAsync(stop);
        return new Citizen(CitizenWay.Phone, look.Records.Split(' ', StringSplitOptions.RemoveEmptyEntries)) { Phone = look.Phone };
    }
}

/// <summary>Finds look-ups by their ticket.</summary>
internal static class LookReach
{
    /// <summary>One that waits for its code.</summary>
    public static Task<LookTicket?> FindTicket(this PlatformDb db, Guid ticket, DateTimeOffset now, CancellationToken stop)
    {
        var since = now - AskToLook.Waits;
        return db.Set<LookTicket>().AsNoTracking().FirstOrDefaultAsync(look => look.Ticket == ticket && look.At > since, stop);
    }
}
