using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Tables;
using XacThuc.Tables.Headings;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>
/// Takes in a file of places: it is kept, shown row by row, and what is right is registered once somebody says so, in one transaction. Rows
/// that are wrong wait in the file; those that are there already stay as they are, so that the same file twice changes nothing.
/// </summary>
internal sealed class BringPlaces(PlatformDb db, HouseSettings settings, ReadPlaces read, TimeProvider time)
{
    /// <summary>Keeps a file; the same file twice is one.</summary>
    public async Task<Result<PlaceFile>> Keep(Stream content, string name, SignedIn me, CancellationToken stop)
    {
        if (!CheckPointsAccess.MayRun(me.Role)) return CheckPointsRefusals.NotThere;
        if (!(await UploadFolder.Keep(settings, content, stop)).TryGet(out var kept, out var refusal)) return refusal;
        if (await FilesOf(me).FirstOrDefaultAsync(file => file.Digest == kept.Digest, stop) is { } known)
        {
            UploadFolder.Forget(settings, kept.Stored);
            return known;
        }

        if (!BroughtTable.Open(settings, kept.Stored, null, out var nearest, TableKind.Places).TryGet(out var table, out refusal) && nearest is null)
        {
            UploadFolder.Forget(settings, kept.Stored);
            return refusal;
        }

        table?.Dispose();
        var file = new PlaceFile { UnitId = me.UnitId, Name = BroughtTable.NameOf(name), Stored = kept.Stored, Digest = kept.Digest, BroughtBy = me.Name, BroughtAt = time.GetUtcNow() };
        db.Add(file);
        await db.Save(me.NewAct(time, "place.upload", file.Subject), stop);
        return file;
    }

    /// <summary>Files of the own unit.</summary>
    public IQueryable<PlaceFile> FilesOf(SignedIn me)
    {
        var unitId = me.UnitId;
        return db.Set<PlaceFile>().Where(file => file.UnitId == unitId);
    }

    /// <summary>What a kept file says, by what the unit said of such headings.</summary>
    public async Task<Result<PlacesRead>> Look(PlaceFile file, SignedIn me, CancellationToken stop)
    {
        var choice = ColumnMemory.Read(await ColumnMemory.Find(db, file.UnitId, HeadingsOf(file)?.Headings ?? [], stop));
        if (!BroughtTable.Open(settings, file.Stored, choice, out _, TableKind.Places).TryGet(out var opened, out var refusal)) return refusal;
        using var table = opened;
        var (encoding, problems) = (LegacyText.Detect(table.SampleNames(PlaceTable.MostRows)), new List<PlaceProblem>());
        var written = PlaceTable.Read(table, encoding, problems);
        if (written.Count > PlaceTable.MostRows) return CheckPointsRefusals.FileTooLong(PlaceTable.MostRows);
        var rows = await read.Run(written, me, problems, stop);
        rows.AddRange(problems.Where(problem => problem.Column < 0).Select(problem => new PlaceRow(problem.Line, PlaceRowState.Wrong, new PlaceForm(), null)));
        return new PlacesRead(
            [.. rows.OrderBy(row => row.Line)], [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)],
            [.. FileNotes.Read(FileNotes.Of(table, encoding)).Select(note => note.Sentence)]);
    }

    /// <summary>Registers what a kept file says and is right: all of it, or nothing.</summary>
    public async Task<Result<PlaceFile>> Register(PlaceFile file, SignedIn me, CancellationToken stop)
    {
        if (!CheckPointsAccess.MayRun(me.Role)) return CheckPointsRefusals.NotThere;
        if (!(await Look(file, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (found.New.Count == 0) return CheckPointsRefusals.NothingNew;
        var now = time.GetUtcNow();
        foreach (var unit in found.New.GroupBy(row => row.Unit!.Id))
        {
            var owner = unit.First().Unit!;
            var codes = await db.Set<CheckPoint>().Select(one => one.Code).NextOf($"DKS-{owner.Code}", Shown.Day(now), unit.Count(), stop);
            foreach (var (row, code) in unit.Zip(codes))
            {
                var place = new CheckPoint
                {
                    Code = code,
                    UnitId = owner.Id,
                    Path = owner.Path,
                    Name = row.Form.Name!,
                    Address = row.Form.Address!,
                    Kind = row.Form.Kind,
                    Responsible = row.Form.Responsible!,
                    Phone = row.Form.Phone!,
                    RegisteredBy = me.Name,
                    RegisteredAt = now,
                    Version = 1,
                };
                db.Add(place);
                db.Note(me.NewAct(time, "place.register", place.Subject));
            }
        }

        (file.Registered, file.RegisteredAt, file.Version) = (file.Registered + found.New.Count, now, file.Version + 1);
        return await db.SaveFirst(me.NewAct(time, "place.bring", file.Subject, $"{found.New.Count}"), stop) ? file : CheckPointsRefusals.FileMoved;
    }

    /// <summary>Keeps what somebody says of the columns of such files.</summary>
    public async Task Point(PlaceFile file, ColumnChoice choice, SignedIn me, CancellationToken stop)
    {
        await ColumnMemory.Keep(db, file.UnitId, choice, stop);
        await db.Save(me.NewAct(time, "place.columns", file.Subject), stop);
    }

    /// <summary>The headings of a file, with what is recognised of them; none where it is no table at all.</summary>
    public ColumnsForm? HeadingsOf(PlaceFile file)
    {
        if (!BroughtTable.Open(settings, file.Stored, null, out var nearest, TableKind.Places).TryGet(out var table, out _))
            return nearest is null ? null : ColumnsForm.Of(TableKind.Places, nearest);
        using (table) return new ColumnsForm(TableKind.Places, table.Headings, table.Sources);
    }
}
