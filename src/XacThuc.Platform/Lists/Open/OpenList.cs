using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Open;

/// <summary>Opens a list: empty, or with the verified people of an earlier one.</summary>
internal sealed class OpenList(PlatformDb db, FindAlike alike, TimeProvider time)
{
    private const int LongestTitle = 120;

    /// <summary>Opens one without people.</summary>
    public Task<Result<SurveyList>> Run(string title, int dose, ListSource source, string sourceName, SignedIn me, CancellationToken stop) =>
        Open(title, dose, source, sourceName, [], me, stop);

    /// <summary>Opens one for the next dose with all verified people of an earlier one; what was verified stays so.</summary>
    public async Task<Result<SurveyList>> Follow(string title, int dose, long earlierId, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSurvey(earlierId, me, stop)).TryGet(out var earlier, out var refusal)) return refusal;
        var people = await db.Set<ListedPerson>().AsNoTracking().Where(person => person.ListId == earlierId
                && (person.State == PersonState.Confirmed || person.State == PersonState.Corrected || person.State == PersonState.Foreigner))
            .OrderBy(person => person.Number).ToListAsync(stop);
        return await Open(title, dose, ListSource.Earlier, earlier.Code, people, me, stop);
    }

    private async Task<Result<SurveyList>> Open(
        string title, int dose, ListSource source, string sourceName, List<ListedPerson> people, SignedIn me, CancellationToken stop)
    {
        var name = Said.Of(title, LongestTitle);
        if (name.Length == 0) return ListsRefusals.NoTitle;
        if (dose is < 1 or > 9) return ListsRefusals.NoDose;
        var now = time.GetUtcNow();
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == me.UnitId, stop);
        var list = new SurveyList
        {
            Code = await db.Set<SurveyList>().Select(list => list.Code).NextOf($"DS-{unit.Code}", Shown.Day(now), stop),
            Title = name,
            UnitId = unit.Id,
            CommuneCode = unit.PlaceCode,
            Dose = dose,
            Source = source,
            SourceName = sourceName,
            OpenedBy = me.Name,
            OpenedAt = now,
            State = people.Count > 0 ? ListState.Verified : ListState.Draft,
            LastNumber = people.Count,
        };
        db.Add(list);
        await using var all = await db.Database.BeginTransactionAsync(stop);

        // Two may open a list at once and take one number.
        if (!await db.SaveFirst(me.NewAct(time, "list.open", $"list:{list.Code}"), stop)) return ListsRefusals.Moved;
        db.AddRange(people.Select((person, i) => CopyOf(person, list.Id, i + 1, now)));
        await db.SaveChangesAsync(stop);
        await alike.Run(list, only: null, stop);
        await all.CommitAsync(stop);
        return list;
    }

    private static ListedPerson CopyOf(ListedPerson person, long listId, int number, DateTimeOffset now) => new()
    {
        ListId = listId,
        Number = number,
        Ref = RecordRef.New(now),
        FullName = person.FullName,
        Sex = person.Sex,
        DateOfBirth = person.DateOfBirth,
        IdNumber = person.IdNumber,
        CommuneCode = person.CommuneCode,
        Hamlet = person.Hamlet,
        Phone = person.Phone,
        Passport = person.Passport,
        Nationality = person.Nationality,
        TargetGroup = person.TargetGroup,
        Note = person.Note,
        Guardian = person.Guardian,
        GuardianPhone = person.GuardianPhone,
        NameSearch = person.NameSearch,
        NameSort = person.NameSort,
        Digits = person.Digits,
        BornOn = person.BornOn,
        IsDoubtful = person.IsDoubtful,
        State = person.State == PersonState.Corrected ? PersonState.Confirmed : person.State,
        RecordId = person.RecordId,
    };
}
