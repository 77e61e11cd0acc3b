using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Doses.Same;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Records.Story;

/// <summary>What happened to the doses of a record: entered, corrected, joined, split.</summary>
internal sealed class DoseStory(PlatformDb db)
{
    public async Task<IEnumerable<StoryEvent>> Of(VaccinationRecord record, CancellationToken stop)
    {
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record.Id).ToListAsync(stop);
        var units = doses.Select(dose => dose.UnitId).Distinct().ToArray();
        var names = await db.Units.Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        var (ids, recordId) = (doses.Select(dose => dose.Id).ToArray(), record.Id);
        var events = await db.Set<SamePair>().AsNoTracking()
            .Where(pair => pair.Kind == SameKind.Records
                ? pair.FirstId == recordId || pair.SecondId == recordId
                : ids.Contains(pair.FirstId) || ids.Contains(pair.SecondId))
            .Join(db.Set<SameEvent>(), pair => pair.Id, one => one.PairId, (pair, one) => new { pair, one }).ToListAsync(stop);
        return doses.Select(dose => new StoryEvent(
                dose.EnteredAt, Tone.Note, DosesTexts.Line(dose), $"{dose.EnteredBy} · {names[dose.UnitId]}", DosesTexts.Origin(dose), []))
            .Concat(events.Select(pair => new StoryEvent(
                pair.one.At, Tone.Note, $"{SameTexts.Of(pair.one.Act)} ({SameTexts.Of(pair.pair)})", $"{pair.one.By} · {pair.one.UnitCode}", pair.one.Reason, [])))
            .Concat(await Corrections(recordId, ids, stop));
    }

    private async Task<IEnumerable<StoryEvent>> Corrections(long recordId, long[] ids, CancellationToken stop)
    {
        var moved = await db.Set<DoseVersion>().AsNoTracking().Where(version => version.RecordId == recordId).Select(version => version.DoseId).ToListAsync(stop);
        long[] all = [.. ids.Union(moved)];
        var now = await db.Set<Dose>().AsNoTracking().Where(dose => EF.Parameter(all).Contains(dose.Id)).ToDictionaryAsync(dose => dose.Id, stop);
        var versions = (await db.Set<DoseVersion>().AsNoTracking().Where(version => EF.Parameter(all).Contains(version.DoseId))
            .OrderBy(version => version.Version).ToListAsync(stop)).GroupBy(version => version.DoseId);
        return versions.SelectMany(dose => dose.Zip(dose.Skip(1).Select(DoseThen.Of).Append(DoseThen.Of(now[dose.Key])), (ended, after) => new StoryEvent(
            ended.EndedAt, Tone.Note, Speech.Say($"Sửa mũi {ended.Number}", $"Dose {ended.Number} corrected"), ended.EndedBy, ended.Reason, DoseThen.Of(ended).To(after, recordId))));
    }
}
