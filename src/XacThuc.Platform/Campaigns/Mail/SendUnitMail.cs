using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Messages.Channels;

namespace XacThuc.Platform.Campaigns.Mail;

/// <summary>
/// Sends a campaign's e-mail to units. A mail is claimed before it is handed over and marked after; sent again after a kill it has
/// the same Message-ID, by which mail servers know it.
/// </summary>
internal sealed class SendUnitMail(PlatformDb db, MailSettings settings, MessageOutbox outbox, TimeProvider time)
{
    private const int MostTries = 12;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>Puts down who gets one, in the caller's transaction.</summary>
    public async Task Post(Campaign campaign, CancellationToken stop)
    {
        var (path, now) = (campaign.Path, time.GetUtcNow());
        var units = await db.Units.Where(unit => unit.Path.StartsWith(path)).Select(unit => new { unit.Id, unit.Code }).ToListAsync(stop);
        db.AddRange(units.Where(unit => settings.AddressOf(unit.Code) is not null).Select(unit => new UnitMail { CampaignId = campaign.Id, UnitId = unit.Id, DueAt = now }));
    }

    /// <summary>Sends the next that is due.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> Next(Campaign campaign, CancellationToken stop)
    {
        var (key, now) = (campaign.Id, time.GetUtcNow());
        var due = await db.Set<UnitMail>().AsNoTracking().Where(mail => mail.CampaignId == key && mail.State == MessageState.Waiting && mail.DueAt <= now)
            .OrderBy(mail => mail.Id).FirstOrDefaultAsync(stop);
        if (due is null) return false;
        var (id, was, until) = (due.Id, due.DueAt, now + Lease);
        if (await db.Set<UnitMail>().Where(mail => mail.Id == id && mail.State == MessageState.Waiting && mail.DueAt == was).ExecuteUpdateAsync(
            row => row.SetProperty(mail => mail.DueAt, until).SetProperty(mail => mail.Tries, mail => mail.Tries + 1), stop) == 0) return true;

        var (result, problem) = await Try(campaign, due, stop);
        var state = result switch
        {
            TryResult.Sent => MessageState.Sent,
            TryResult.Never => MessageState.Failed,
            TryResult.NotNow => due.Tries + 1 >= MostTries ? MessageState.Failed : MessageState.Waiting,
        };
        var sent = time.GetUtcNow();
        await db.Set<UnitMail>().Where(mail => mail.Id == id && mail.State == MessageState.Waiting && mail.DueAt == until).ExecuteUpdateAsync(
            row => row.SetProperty(mail => mail.State, state).SetProperty(mail => mail.Problem, problem).SetProperty(mail => mail.SentAt, state == MessageState.Sent ? sent : null)
                .SetProperty(mail => mail.DueAt, sent + MessageSending.BackOff(due.Tries + 1)),
            CancellationToken.None);
        return true;
    }

    private async Task<(TryResult Result, string Problem)> Try(Campaign campaign, UnitMail due, CancellationToken stop)
    {
        var unit = await db.Units.AsNoTracking().FirstAsync(one => one.Id == due.UnitId, stop);
        if (settings.AddressOf(unit.Code) is not { } address) return (TryResult.Never, "address");
        var id = campaign.Id;
        var texts = await db.Set<CampaignText>().AsNoTracking().Where(text => text.CampaignId == id && text.Long != "").ToListAsync(stop);
        using var mail = MailOf(campaign, unit.Code, address, texts);
        if (settings.Folder.Length > 0) return await Write(mail, stop);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timed.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync(settings.Host, settings.Port, SecurityOf(), timed.Token);
            if (settings.User.Length > 0) await smtp.AuthenticateAsync(settings.User, settings.Password, timed.Token);
            await smtp.SendAsync(mail, timed.Token);
            return (TryResult.Sent, "");
        }
        catch (SmtpCommandException refused)
        {
            var code = (int)refused.StatusCode;
            return (code >= 500 ? TryResult.Never : TryResult.NotNow, string.Create(CultureInfo.InvariantCulture, $"smtp.{code}"));
        }
        catch (AuthenticationException)
        {
            return (TryResult.NotNow, "smtp.sign_in");
        }
        catch (Exception away) when (away is IOException or SocketException or ProtocolException or SslHandshakeException or NotSupportedException)
        {
            return (TryResult.NotNow, "unreachable");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (TryResult.NotNow, "timeout");
        }
    }

    // Whole or not at all, and the same file when it is written again.
    private async Task<(TryResult Result, string Problem)> Write(MimeMessage mail, CancellationToken stop)
    {
        var file = Path.Combine(Directory.CreateDirectory(settings.Folder).FullName, $"{mail.MessageId}.eml");
        await mail.WriteToAsync($"{file}.part", stop);
        File.Move($"{file}.part", file, overwrite: true);
        return (TryResult.Sent, "");
    }

    // Words and password go open over no network.
    private SecureSocketOptions SecurityOf() =>
        settings.Port == 465 ? SecureSocketOptions.SslOnConnect : settings.IsNear ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;

    private MimeMessage MailOf(Campaign campaign, string unit, string address, List<CampaignText> texts)
    {
        var from = MailboxAddress.Parse(settings.From);
        var languages = CampaignLanguages.All.Where(language => texts.Exists(text => text.Language.Equals(language.Code, StringComparison.Ordinal)));
        var words = languages.Select(language => Placeholders.Fill(
            texts.First(text => text.Language.Equals(language.Code, StringComparison.Ordinal)).Long, new Filling("", language.Station, campaign.Until, outbox.PortalPage("/portal"))));
        var mail = new MimeMessage { Subject = campaign.Title, MessageId = $"{campaign.Code}.{unit}@{from.Domain}", Body = new TextPart("plain") { Text = string.Join("\n\n---\n\n", words) } };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(address));
        return mail;
    }
}
