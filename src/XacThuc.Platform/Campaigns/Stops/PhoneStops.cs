using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Acts;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Campaigns.Stops;

/// <summary>The phones whose owners want no messages of campaigns, and the codes by which they say so.</summary>
internal sealed class PhoneStops(PlatformDb db, TimeProvider time)
{
    /// <summary>Those of some phones, in the caller's transaction; who has no code yet gets one.</summary>
    public async Task<Dictionary<string, MessageStop>> For(string[] phones, DateTimeOffset now, CancellationToken stop)
    {
        var known = await Known(phones, stop);
        var fresh = phones.Where(phone => !known.ContainsKey(phone)).Select(phone => new MessageStop { Phone = phone, Code = OneTimeCodes.NewFollowCode(), At = now }).ToList();
        await CampaignsTables.ManyStops.Insert(db.RawWay(), fresh, stop);
        foreach (var one in fresh) known.Add(one.Phone, one);
        return known;
    }

    /// <summary>What a code stands for.</summary>
    public async Task<Result<MessageStop>> Find(string? typed, CancellationToken stop)
    {
        var code = OneTimeCodes.ReadFollowCode(typed);
        return code.Length > 0 && await db.Set<MessageStop>().FirstOrDefaultAsync(one => one.Code == code, stop) is { } found ? found : CampaignsRefusals.CodeNotThere;
    }

    /// <summary>Stops the messages, or allows them again.</summary>
    public async Task<Result<MessageStop>> Set(string? typed, bool isStopped, CancellationToken stop)
    {
        if (!(await Find(typed, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (found.IsStopped == isStopped) return found;
        var now = time.GetUtcNow();
        (found.IsStopped, found.At) = (isStopped, now);
        await using var all = await db.Database.BeginTransactionAsync(stop);

        // Those that wait, or would go out again in the morning.
        var phone = found.Phone;
        if (isStopped)
            await db.Set<ShortMessage>().Where(message => message.Kind == MessageKind.Campaign && message.Phone == phone
                    && (message.State == MessageState.Waiting || (message.State == MessageState.Failed && message.Problem == "late")))
                .ExecuteUpdateAsync(row => row.SetProperty(message => message.State, MessageState.Withdrawn).SetProperty(message => message.DueAt, now), stop);
        await db.Save(new Act(PortalRegistration.Citizen, now, isStopped ? "message.stop" : "message.allow", $"phone:{found.Id}"), stop);
        await all.CommitAsync(stop);
        return found;
    }

    private Task<Dictionary<string, MessageStop>> Known(string[] phones, CancellationToken stop) =>
        db.Set<MessageStop>().AsNoTracking().Where(one => EF.Parameter(phones).Contains(one.Phone)).ToDictionaryAsync(one => one.Phone, StringComparer.Ordinal, stop);
}
