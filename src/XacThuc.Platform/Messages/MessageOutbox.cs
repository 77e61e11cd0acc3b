using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Messages;

/// <summary>Where messages are posted: saved with the change they tell of, by whoever saves it, and sent when possible.</summary>
internal sealed class MessageOutbox(MessagesSettings settings, HouseSettings house, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _cover = protection.CreateProtector("short-messages");

    /// <summary>Whether there is a way out of the house at all.</summary>
    public bool Sends => settings.Sends;

    /// <summary>Whether whoever tries a sample house finds messages in a folder.</summary>
    public bool IsFolder => settings.Channel == MessageWay.Folder;

    /// <summary>The page that follows a registration, as messages name it.</summary>
    public Uri StatusPage => new(settings.Portal ?? house.Url, "/portal/status");

    /// <summary>The portal's first page, as messages name it.</summary>
    public Uri PortalPage => new(settings.Portal ?? house.Url, "/portal");

    /// <summary>Adds a message to the database, to be saved with the change.</summary>
    public void Post(PlatformDb db, MessageKind kind, string subject, long about, PhoneNumber to, string words, DateTimeOffset usefulUntil) =>
        db.Add(Make(kind, subject, about, to, words, usefulUntil));

    /// <summary>Posts many messages at once, in the caller's transaction.</summary>
    public Task Post(PlatformDb db, IReadOnlyList<ShortMessage> messages, CancellationToken stop) => MessagesTables.Many.Insert(db.RawWay(), messages, stop);

    /// <summary>A message that is not posted yet; one to nobody is kept as any other, and never sent.</summary>
    public ShortMessage Make(MessageKind kind, string subject, long about, PhoneNumber? to, string words, DateTimeOffset usefulUntil)
    {
        var now = time.GetUtcNow();
        return new ShortMessage
        {
            Key = Guid.CreateVersion7(now),
            Kind = kind,
            Subject = subject,
            About = about,
            Phone = to?.InFull() ?? "",
            Words = Cover(words),
            State = to is null ? MessageState.Withdrawn : MessageState.Waiting,
            At = now,
            DueAt = now,
            UsefulUntil = usefulUntil.ToUniversalTime(),
            ForgetAt = usefulUntil.ToUniversalTime() + (kind == MessageKind.Code ? TimeSpan.Zero : TimeSpan.FromDays(settings.KeptDays)),
        };
    }

    /// <summary>Has a message that could not be sent tried anew, by the phone and words of now.</summary>
    public void PostAgain(PlatformDb db, ShortMessage failed, PhoneNumber to, string words)
    {
        var now = time.GetUtcNow();
        (failed.Key, failed.Phone, failed.Words) = (Guid.CreateVersion7(now), to.InFull(), Cover(words));
        (failed.State, failed.Tries, failed.DueAt, failed.Problem) = (MessageState.Waiting, 0, now, "");
        db.Update(failed);
    }

    /// <summary>The words of a message, for the channel alone.</summary>
    public string WordsOf(string covered) => _cover.Unprotect(covered);

    /// <summary>Forgets words and phones whose time is over.</summary>
    public async Task<int> Forget(PlatformDb db, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return await db.Set<ShortMessage>()
            .Where(message => message.Words != "" && message.State != MessageState.Waiting && (message.ForgetAt <= now || message.Kind == MessageKind.Code))
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.Words, "").SetProperty(message => message.Phone, ""), stop);
    }

    private string Cover(string words) => _cover.Protect(settings.WithoutMarks ? PlainLetters.Of(words) : words);
}
