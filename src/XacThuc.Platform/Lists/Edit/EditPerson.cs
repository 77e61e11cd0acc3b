using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Lists.Bring;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Edit;

/// <summary>Adds somebody to a list, corrects a row, takes one off. Whoever is added or corrected is to be verified (again).</summary>
internal sealed class EditPerson(PlatformDb db, FindAlike alike, TimeProvider time)
{
    /// <summary>Adds somebody, typed or scanned.</summary>
    public async Task<Result<ListedPerson>> Add(long listId, PersonFields fields, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (fields.Written.FullName.Length == 0) return ListsRefusals.NoName;
        var person = NewPerson(list, fields, time.GetUtcNow());
        db.Add(person);
        return await Save(list, person, "list.add", me, stop);
    }

    /// <summary>Somebody as a form says, with the next number of the list; to be added by whoever asks.</summary>
    public static ListedPerson NewPerson(SurveyList list, PersonFields fields, DateTimeOffset now)
    {
        var person = new PeopleReading(list, now).Of(fields.Written, new FieldReading(Shown.Day(now)));
        fields.WriteRest(person);
        person.State = person.IsForeign() ? PersonState.Foreigner : PersonState.AsEntered;
        return person;
    }

    /// <summary>Corrects a row.</summary>
    public async Task<Result<ListedPerson>> Correct(long listId, int number, PersonFields fields, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(listId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (list, person) = found;
        if (!person.IsEditable) return ListsRefusals.WithPolice;
        var written = fields.Written;
        if (written.FullName.Length == 0) return ListsRefusals.NoName;
        var isNew = written != person.Written;
        fields.WriteRest(person);
        if (isNew)
        {
            person.Write(written, ReadFields.Of(written, new FieldReading(Shown.Day(time.GetUtcNow()))));
            person.RowVersion++;
        }

        // What the police confirmed holds as long as its four fields do.
        if (person.IsForeign()) person.State = PersonState.Foreigner;
        else if (isNew || !person.IsVerified || person.State == PersonState.Foreigner) (person.State, person.PartId) = (PersonState.AsEntered, null);
        return await Save(list, person, "list.correct", me, stop);
    }

    /// <summary>Takes a row off the list, or back on it.</summary>
    public async Task<Result<ListedPerson>> Withdraw(long listId, int number, bool isBack, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(listId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (list, person) = found;
        if (person.State == PersonState.WithPolice) return ListsRefusals.WithPolice;
        if (isBack != (person.State == PersonState.Withdrawn)) return ListsRefusals.Moved;
        person.State = !isBack ? PersonState.Withdrawn : person.IsForeign() ? PersonState.Foreigner : PersonState.AsEntered;
        return await Save(list, person, isBack ? "list.add" : "list.withdraw", me, stop);
    }

    private async Task<Result<(SurveyList List, ListedPerson Person)>> Find(long listId, int number, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        return await db.Set<ListedPerson>().FirstOrDefaultAsync(person => person.ListId == listId && person.Number == number, stop) is { } person
            ? (list, person)
            : ListsRefusals.NoPerson;
    }

    private async Task<Result<ListedPerson>> Save(SurveyList list, ListedPerson person, string kind, SignedIn me, CancellationToken stop)
    {
        list.MoveTo(list.State);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var saved = await db.SaveMoved(list, me.NewAct(time, kind, $"list:{list.Code}.{person.Number}"), stop);
        if (saved.Refusal is { } refusal) return refusal;
        if (person.State == PersonState.Withdrawn) await alike.Forget(person, but: null, stop);
        else await alike.Run(list, person.Id, stop);
        await db.FillPhone([person], stop);
        await all.CommitAsync(stop);
        return person;
    }
}
