using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Tables.Headings;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Lists.Bring;

/// <summary>What a file is called, and the organisation that handed it in; empty where it is the unit's own.</summary>
internal sealed record FileFrom(string Name, string Organisation);

/// <summary>Puts the people of a file on a list: all of them, in one transaction, and seeks who may stand there twice. A row that stands there already, field for field, is counted and not added.</summary>
internal sealed class BringPeople(PlatformDb db, HouseSettings settings, FindAlike alike, TimeProvider time)
{
    private static readonly BulkTable<ListedPerson> People = new(ListsTables.People,
        new("ListId", NpgsqlDbType.Bigint, p => p.ListId), new("Number", NpgsqlDbType.Integer, p => p.Number),
        new("Ref", NpgsqlDbType.Text, p => p.Ref), new("RowVersion", NpgsqlDbType.Integer, p => p.RowVersion),
        new("FullName", NpgsqlDbType.Text, p => p.FullName), new("Sex", NpgsqlDbType.Text, p => p.Sex),
        new("DateOfBirth", NpgsqlDbType.Text, p => p.DateOfBirth), new("IdNumber", NpgsqlDbType.Text, p => p.IdNumber),
        new("CommuneCode", NpgsqlDbType.Text, p => p.CommuneCode), new("Hamlet", NpgsqlDbType.Text, p => p.Hamlet),
        new("Phone", NpgsqlDbType.Text, p => p.Phone), new("Passport", NpgsqlDbType.Text, p => p.Passport),
        new("Nationality", NpgsqlDbType.Text, p => p.Nationality), new("TargetGroup", NpgsqlDbType.Text, p => p.TargetGroup),
        new("Note", NpgsqlDbType.Text, p => p.Note), new("Consent", NpgsqlDbType.Integer, p => (int)p.Consent),
        new("Guardian", NpgsqlDbType.Text, p => p.Guardian), new("GuardianPhone", NpgsqlDbType.Text, p => p.GuardianPhone),
        new("GuardianDigits", NpgsqlDbType.Text, p => p.GuardianDigits),
        new("Line", NpgsqlDbType.Bigint, p => p.Line), new("Raw", NpgsqlDbType.Text, p => p.Raw),
        new("NameSearch", NpgsqlDbType.Text, p => p.NameSearch), new("NameSort", NpgsqlDbType.Text, p => p.NameSort),
        new("Digits", NpgsqlDbType.Text, p => p.Digits), new("BornOn", NpgsqlDbType.Integer, p => p.BornOn),
        new("IsDoubtful", NpgsqlDbType.Boolean, p => p.IsDoubtful), new("State", NpgsqlDbType.Integer, p => (int)p.State),
        new("OfficerNote", NpgsqlDbType.Text, p => p.OfficerNote));

    private const int LongestOrganisation = 120;

    /// <summary>Keeps a file and reads it.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="content">The file.</param>
    /// <param name="from">Its name, and the organisation that handed it in.</param>
    /// <param name="me">Who.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Where to go on: the list, or the file where a person must say more of it.</returns>
    public async Task<Result<string>> Take(long listId, Stream content, FileFrom from, SignedIn me, CancellationToken stop)
    {
        if (!(await Keep(listId, content, from, me, stop)).TryGet(out var file, out var refusal)) return refusal;
        var read = await Read(file, choice: null, me, stop);
        return read.Refusal is null ? $"/lists/{listId}" : $"/lists/{listId}/files/{file.Id}";
    }

    private async Task<Result<ListFile>> Keep(long listId, Stream content, FileFrom from, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (!(await UploadFolder.Keep(settings, content, stop)).TryGet(out var kept, out refusal)) return refusal;
        var file = new ListFile
        {
            ListId = listId,
            Name = BroughtTable.NameOf(from.Name),
            Organisation = from.Organisation.Length > LongestOrganisation ? from.Organisation[..LongestOrganisation] : from.Organisation,
            Stored = kept.Stored,
            BroughtBy = me.Name,
            BroughtAt = time.GetUtcNow(),
        };
        db.Add(file);
        await db.Save(me.NewAct(time, "list.upload", $"list:{list.Code}"), stop);
        return file;
    }

    /// <summary>Reads a kept file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="choice">What a person says of its columns; where nothing is said, what the unit said of such headings before.</param>
    /// <param name="me">Who.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<ListFile>> Read(ListFile file, ColumnChoice? choice, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(file.ListId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (file.ReadAt is not null) return ListsRefusals.Moved;
        choice ??= await Remembered(file, list.UnitId, stop);
        if (!BroughtTable.Open(settings, file.Stored, choice, out _, TableKind.Survey).TryGet(out var opened, out refusal)) return refusal;
        using var table = opened;
        var now = time.GetUtcNow();
        var reading = new PeopleReading(list, now);
        var known = await KeysOn(list, new FieldReading(Shown.Day(now)), stop);
        var rows = new FileRows(table, Shown.Day(now));
        var people = new List<ListedPerson>();
        while (rows.Next(0) is { } run)
        {
            foreach (var row in run.Rows)
            {
                if (known.Add(SameKey.OfContent(row.Written, row.Read))) people.Add(reading.Of(row));
                else file.Known++;
            }

            people.AddRange(run.Unsplit.Select(reading.Of));
            if (list.LastNumber > SurveyList.Longest) return ListsRefusals.TooLong(list.LastNumber);
        }

        (file.ReadAt, file.Added, file.Notes) = (now, people.Count, FileNotes.Of(table, rows.Encoding));
        if (choice is not null) await ColumnMemory.Keep(db, list.UnitId, choice, stop);
        return await Save(list, people, file, me, stop);
    }

    /// <summary>The headings of a file that a person must say more of; none where it is no table at all.</summary>
    public FoundHeadings? HeadingsOf(ListFile file)
    {
        if (!BroughtTable.Open(settings, file.Stored, null, out var nearest, TableKind.Survey).TryGet(out var table, out _)) return nearest;
        table.Dispose();
        return null;
    }

    private async Task<ColumnChoice?> Remembered(ListFile file, long unitId, CancellationToken stop)
    {
        string[] headings;
        if (BroughtTable.Open(settings, file.Stored, null, out var nearest, TableKind.Survey).TryGet(out var table, out _))
        {
            using (table) headings = [.. table.Headings];
        }
        else
        {
            headings = nearest?.Written ?? [];
        }

        return ColumnMemory.Read(await ColumnMemory.Find(db, unitId, headings, stop));
    }

    private async Task<Result<ListFile>> Save(SurveyList list, List<ListedPerson> people, ListFile file, SignedIn me, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        list.MoveTo(list.State);
        await People.Insert(db.RawWay(), people, stop);
        await alike.Run(list, only: null, stop);
        var saved = await db.SaveMoved(list, me.NewAct(time, "list.bring", $"list:{list.Code}", $"{people.Count}"), stop);
        if (saved.Refusal is { } refusal) return refusal;
        await all.CommitAsync(stop);
        return file;
    }

    private async Task<HashSet<UInt128>> KeysOn(SurveyList list, FieldReading reading, CancellationToken stop)
    {
        var people = await db.Set<ListedPerson>().AsNoTracking().Where(person => person.ListId == list.Id).ToListAsync(stop);
        return [.. people.Select(person => SameKey.OfContent(person.Written, ReadFields.Of(person.Written, reading)))];
    }
}
