using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Doses.Same;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Records.Story;

/// <summary>What happened to the doses of a record: entered, joined, split.</summary>
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
                pair.one.At, Tone.Note, $"{SameTexts.Of(pair.one.Act)} ({SameTexts.Of(pair.pair)})", $"{pair.one.By} · {pair.one.UnitCode}", pair.one.Reason, [])));
    }
}
