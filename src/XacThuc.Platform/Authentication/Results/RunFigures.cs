using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Tags;
using XacThuc.Web.Shell.Today;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Authentication.Results;

/// <summary>The figures of a run, added up for its page.</summary>
internal sealed class RunFigures
{
    private readonly IReadOnlyList<RunFigure> _figures;
    private readonly IReadOnlyDictionary<long, string> _units;
    private readonly IReadOnlyDictionary<string, string> _communes;

    private RunFigures(IReadOnlyList<RunFigure> figures, IReadOnlyDictionary<long, string> units, IReadOnlyDictionary<string, string> communes) =>
        (_figures, _units, _communes) = (figures, units, communes);

    /// <summary>Whether the charts lead to the records: not for those who see figures only.</summary>
    public bool LeadsToRecords { get; init; }

    /// <summary>All records.</summary>
    public long All => _figures.Sum(figure => figure.Records);

    /// <summary>Right, wrong, not comparable.</summary>
    public IReadOnlyList<SharePart> Shares =>
    [
        new(Tone.Right, Speech.Say("đúng", "right"), Count(RecordStatus.Matched)),
        new(Tone.Wrong, Speech.Say("sai", "wrong"), Count(RecordStatus.Mismatched)),
        new(Tone.Waiting, Speech.Say("chưa xác thực (thiếu số)", "unauthenticated (no number)"), Count(RecordStatus.Unauthenticated)),
        new(Tone.Invalid, Speech.Say("không hợp lệ", "invalid"), Count(RecordStatus.Invalid)),
    ];

    /// <summary>What is wrong, by field.</summary>
    public Chart ByField => new(
        Speech.Say("Trường chưa đúng", "Fields that are not right"), Speech.Say("Trường", "Field"),
        [
            new(Tone.Wrong, Speech.Say("sai", "wrong")), new(Tone.Invalid, Speech.Say("thiếu hoặc không đọc được", "missing or unreadable")),
        ],
        [.. Enum.GetValues<MandatoryField>().Select(each => new ChartRow(
            ImportTexts.OfField(each),
            [Count(each, FieldVerdict.Wrong), Count(each, FieldVerdict.Missing) + Count(each, FieldVerdict.Unreadable)],
            LeadsToRecords ? $"/records/wrong?field={each}" : null))]);

    /// <summary>Statuses by the unit that works on the records.</summary>
    public Chart ByUnit => By(
        Speech.Say("Theo đơn vị", "By unit"), Speech.Say("Đơn vị", "Unit"), figure => _units.GetValueOrDefault(figure.UnitId, ""), _ => null);

    /// <summary>Statuses by commune of residence.</summary>
    public Chart ByCommune => By(
        Speech.Say("Theo xã cư trú", "By commune of residence"), Speech.Say("Xã", "Commune"),
        figure => figure.CommuneCode.Length == 0
            ? Speech.Say("(không ghi)", "(not given)")
            : _communes.GetValueOrDefault(figure.CommuneCode, figure.CommuneCode),
        figure => LeadsToRecords && figure.CommuneCode.Length > 0 ? $"/records/wrong?commune={figure.CommuneCode}" : null);

    /// <summary>Reads the figures of a run.</summary>
    public static async Task<RunFigures> Of(PlatformDb db, long run, bool leadsToRecords, CancellationToken stop)
    {
        var figures = await db.Set<RunFigure>().AsNoTracking().Where(figure => figure.RunId == run).ToListAsync(stop);
        var units = figures.Select(figure => figure.UnitId).Distinct().ToArray();
        var communes = figures.Select(figure => figure.CommuneCode).Distinct(StringComparer.Ordinal).ToArray();
        var names = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && communes.Contains(place.Code))
            .Select(place => new { place.Code, place.Name }).ToListAsync(stop);
        return new RunFigures(
            figures,
            await db.Units.AsNoTracking().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop),
            names.DistinctBy(name => name.Code, StringComparer.Ordinal).ToDictionary(name => name.Code, name => name.Name, StringComparer.Ordinal))
        {
            LeadsToRecords = leadsToRecords,
        };
    }

    private long Count(RecordStatus status) => Count(_figures, status);

    private long Count(MandatoryField field, FieldVerdict verdict) =>
        _figures.Where(figure => new Outcome(figure.Outcome).VerdictOf(field) == verdict).Sum(figure => figure.Records);

    private static long Count(IEnumerable<RunFigure> figures, RecordStatus status) =>
        figures.Where(figure => new Outcome(figure.Outcome).Status == status).Sum(figure => figure.Records);

    private Chart By(string title, string heading, Func<RunFigure, string> name, Func<RunFigure, string?> link) => new(
        title, heading,
        [
            new(Tone.Right, Speech.Say("đúng", "right")), new(Tone.Wrong, Speech.Say("sai", "wrong")),
            new(Tone.Invalid, Speech.Say("chưa so được", "not comparable")),
        ],
        [.. _figures.GroupBy(name, StringComparer.Ordinal).OrderByDescending(group => Count(group, RecordStatus.Mismatched))
            .Select(group => new ChartRow(
                group.Key,
                [
                    Count(group, RecordStatus.Matched), Count(group, RecordStatus.Mismatched),
                    Count(group, RecordStatus.Unauthenticated) + Count(group, RecordStatus.Invalid),
                ],
                link(group.First())))]);
}
