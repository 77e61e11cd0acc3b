using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.CheckPoints.Places;

/// <summary>What the form of a place says.</summary>
internal sealed record PlaceForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its address.</summary>
    public string? Address { get; init; }

    /// <summary>What it is.</summary>
    public CheckPointKind Kind { get; init; } = CheckPointKind.Agency;

    /// <summary>Who answers for it.</summary>
    public string? Responsible { get; init; }

    /// <summary>Their phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Nothing of who answers for it.</summary>
    public override string ToString() => nameof(PlaceForm);
}

/// <summary>Registers a place, changes it, closes and opens it.</summary>
internal sealed class WritePlace(PlatformDb db, TimeProvider time)
{
    private const int Longest = 120;
    private const int LongestAddress = 200;

    /// <summary>Registers a place, or changes one.</summary>
    /// <param name="id">The place; none for a new one.</param>
    /// <param name="form">What it says.</param>
    /// <param name="me">Who.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<CheckPoint>> Run(long? id, PlaceForm form, SignedIn me, CancellationToken stop)
    {
        if (!CheckPointsAccess.MayRun(me.Role)) return CheckPointsRefusals.NotThere;
        var (name, address, responsible) = (Said.Of(form.Name, Longest), Said.Of(form.Address, LongestAddress), Said.Of(form.Responsible, Longest));
        if (name.Length < 2 || address.Length < 2 || !Enum.IsDefined(form.Kind)) return CheckPointsRefusals.NameNeeded;
        if (responsible.Length < 2) return CheckPointsRefusals.ResponsibleNeeded;
        if (!PhoneNumber.TryParse(form.Phone, out var phone)) return CheckPointsRefusals.PhoneNeeded;
        if (id is { } known)
        {
            if (!(await db.FindKeptCheckPoint(known, me, stop)).TryGet(out var place, out var refusal)) return refusal;
            (place.Name, place.Address, place.Kind, place.Responsible, place.Phone) = (name, address, form.Kind, responsible, phone.InFull());
            return await Save(place, "place.change", me, stop);
        }

        var now = time.GetUtcNow();
        var fresh = new CheckPoint
        {
            Code = await db.Set<CheckPoint>().Select(one => one.Code).NextOf($"DKS-{me.UnitCode}", Shown.Day(now), stop),
            UnitId = me.UnitId,
            Path = me.Path,
            Name = name,
            Address = address,
            Kind = form.Kind,
            Responsible = responsible,
            Phone = phone.InFull(),
            RegisteredBy = me.Name,
            RegisteredAt = now,
        };
        db.Add(fresh);
        return await Save(fresh, "place.register", me, stop);
    }

    /// <summary>Closes it: devices send what they have, and no visitor declares any more.</summary>
    public Task<Result<CheckPoint>> Close(long id, SignedIn me, CancellationToken stop) => Turn(id, time.GetUtcNow(), "place.close", me, stop);

    /// <summary>Opens it again.</summary>
    public Task<Result<CheckPoint>> Open(long id, SignedIn me, CancellationToken stop) => Turn(id, null, "place.open", me, stop);

    private async Task<Result<CheckPoint>> Turn(long id, DateTimeOffset? closedAt, string kind, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindKeptCheckPoint(id, me, stop)).TryGet(out var place, out var refusal)) return refusal;
        if (place.IsOpen == closedAt is null) return CheckPointsRefusals.Moved;
        place.ClosedAt = closedAt;
        return await Save(place, kind, me, stop);
    }

    private async Task<Result<CheckPoint>> Save(CheckPoint place, string kind, SignedIn me, CancellationToken stop)
    {
        place.Version++;
        return await db.SaveFirst(me.NewAct(time, kind, place.Subject), stop) ? place : CheckPointsRefusals.Moved;
    }
}
