using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Lists.Send;

/// <summary>
/// Sends whoever was not verified yet to the police of their commune: a part for each commune, in portions, posted with the
/// change of the list. People without a name wait; foreigners are not verified against the register.
/// </summary>
internal sealed class SendForVerification(PlatformDb db, BorderOutbox outbox, TimeProvider time)
{
    private const int Portion = 500;

    /// <summary>Sends.</summary>
    /// <param name="id">The list.</param>
    /// <param name="due">The day by whose end the answer is needed; tomorrow where none is named.</param>
    /// <param name="me">Who.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<SurveyList>> Run(long id, DateOnly? due, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(id, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        var people = await db.Set<ListedPerson>().Where(person => person.ListId == id && person.State == PersonState.AsEntered && person.FullName != "")
            .OrderBy(person => person.Number).ToListAsync(stop);
        var now = time.GetUtcNow();
        var dueAt = Shown.Midnight((due is { } day && day >= Shown.Day(now) ? day : Shown.Day(now).AddDays(1)).AddDays(1)).ToUniversalTime();
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == list.UnitId, stop);
        var known = await KnownCommunes(people, Shown.Day(now), stop);

        // Whose commune nobody knows is asked about at home, if home is a commune.
        var home = await db.Places.AnyAsync(place => place.Level == PlaceLevel.Commune && place.Code == list.CommuneCode, stop);
        if (!home) people.RemoveAll(person => !known.Contains(person.CommuneCode));
        if (people.Count == 0) return ListsRefusals.NobodyToSend;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        foreach (var commune in people.GroupBy(person => known.Contains(person.CommuneCode) ? person.CommuneCode : list.CommuneCode, StringComparer.Ordinal))
            await Send(list, unit, commune.Key, [.. commune], now, dueAt, stop);
        list.ReturnReason = "";
        list.MoveTo(ListState.Sent);
        var sent = await db.SaveMoved(list, me.NewAct(time, "list.send", $"list:{list.Code}", $"{people.Count}"), stop);
        if (sent.Refusal is null) await all.CommitAsync(stop);
        return sent;
    }

    private async Task<HashSet<string>> KnownCommunes(List<ListedPerson> people, DateOnly today, CancellationToken stop)
    {
        var named = people.Select(person => person.CommuneCode).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var there = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && EF.Parameter(named).Contains(place.Code)).ToListAsync(stop);
        return there.Where(place => place.ValidFrom <= today).Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
    }

    private async Task Send(
        SurveyList list, Unit unit, string commune, List<ListedPerson> people, DateTimeOffset now, DateTimeOffset dueAt, CancellationToken stop)
    {
        var code = $"{list.Code}-{++list.LastPart:00}";
        var lines = people.ConvertAll(person => person.ToLine());
        var digest = ListDigest.Of(code, lines);
        var part = new ListPart
        {
            ListId = list.Id,
            Code = code,
            CommuneCode = commune,
            People = people.Count,
            Digest = digest,
            SentAt = now,
            DueAt = dueAt,
            State = PartState.Waiting,
        };
        db.Add(part);
        await db.SaveChangesAsync(stop);
        foreach (var person in people) (person.State, person.PartId, person.OfficerNote) = (PersonState.WithPolice, part.Id, "");
        foreach (var portion in lines.Chunk(Portion))
        {
            outbox.Post<SurveyListSent, Receipt>(
                db, new SurveyListSent(code, list.Title, unit.Code, unit.Name, commune, dueAt, lines.Count, digest, portion),
                Guid.CreateVersion7(now));
        }
    }
}
