using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Records.Import;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Records.Story;

/// <summary>One thing that happened to a record.</summary>
/// <param name="At">When.</param>
/// <param name="Tone">What it means.</param>
/// <param name="What">What, in the language spoken.</param>
/// <param name="Who">Who, of which unit.</param>
/// <param name="Why">The reason that was given, or a note.</param>
/// <param name="Changes">Fields that changed: name, what was written, what is written since.</param>
internal sealed record StoryEvent(
    DateTimeOffset At, Tone Tone, string What, string Who, string Why, IReadOnlyList<(string Field, string Before, string After)> Changes)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(StoryEvent);
}

/// <summary>All that happened to a record, in its order.</summary>
internal sealed class RecordStory(PlatformDb db, DoseStory doses)
{
    private const int MostViews = 200;

    /// <summary>The story of a record.</summary>
    public async Task<IReadOnlyList<StoryEvent>> Of(VaccinationRecord record, CancellationToken stop)
    {
        var events = new List<StoryEvent> { await Brought(record, stop) };
        events.AddRange(await Changes(record, stop));
        events.AddRange(await Results(record, stop));
        events.AddRange(await Decisions(record, stop));
        events.AddRange(await doses.Of(record, stop));
        events.AddRange(await Certificates(record, stop));
        events.AddRange(await Views(record, stop));
        return [.. events.OrderBy(one => one.At)];
    }

    private async Task<StoryEvent> Brought(VaccinationRecord record, CancellationToken stop)
    {
        var file = await db.Set<ImportedFile>().AsNoTracking().FirstOrDefaultAsync(file => file.Id == record.ImportId, stop);
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == record.BroughtById, stop);
        if (file is null) return new StoryEvent(record.AddedAt, Tone.Plain, Speech.Say("Lập khi ghi mũi tiêm đầu tiên", "Made with the first dose"), unit.Name, "", []);
        return new StoryEvent(
            record.AddedAt, Tone.Plain,
            Speech.Say($"Nhập từ tệp, dòng {record.Line}", $"Brought in a file, row {record.Line}"),
            $"{file.BroughtBy} · {unit.Name}", file.Name, []);
    }

    private async Task<IEnumerable<StoryEvent>> Changes(VaccinationRecord record, CancellationToken stop)
    {
        var versions = await db.Set<RecordVersion>().AsNoTracking().Where(version => version.RecordId == record.Id)
            .OrderBy(version => version.Version).ToListAsync(stop);
        return versions.Select((ended, i) => new StoryEvent(
            ended.EndedAt, Tone.Note,
            ended.Kind switch
            {
                ChangeKind.Corrected => Speech.Say($"Sửa, thành bản {ended.Version + 1}", $"Corrected, version {ended.Version + 1}"),
                ChangeKind.BroughtAgain => Speech.Say($"Tệp nhập lại có nội dung khác, thành bản {ended.Version + 1}", $"A file brought other values, version {ended.Version + 1}"),
                ChangeKind.Released => Speech.Say($"Nhận nội dung công an xác định, thành bản {ended.Version + 1}", $"What the police settled was taken over, version {ended.Version + 1}"),
                ChangeKind.Cleaned => Speech.Say($"Cập nhật theo danh sách làm sạch công an đã ký, thành bản {ended.Version + 1}", $"Changed by a cleaning list that the police signed, version {ended.Version + 1}"),
            },
            $"{ended.EndedBy} · {ended.UnitCode}", ended.Reason,
            Differences(ended.Written, i + 1 < versions.Count ? versions[i + 1].Written : record.Written)));
    }

    private static List<(string Field, string Before, string After)> Differences(WrittenRecord before, WrittenRecord after)
    {
        var changes = Enum.GetValues<MandatoryField>()
            .Select(field => (ImportTexts.OfField(field), ImportTexts.Written(before, field), ImportTexts.Written(after, field)))
            .Where(change => !change.Item2.Equals(change.Item3, StringComparison.Ordinal)).ToList();
        if (!before.CommuneCode.Equals(after.CommuneCode, StringComparison.Ordinal))
            changes.Add((Speech.Say("Mã xã", "Commune"), before.CommuneCode, after.CommuneCode));
        return changes;
    }

    private async Task<IEnumerable<StoryEvent>> Results(VaccinationRecord record, CancellationToken stop)
    {
        var runs = await db.Set<RunResult>().AsNoTracking().Where(result => result.RecordId == record.Id)
            .Join(db.Set<AuthenticationRun>(), result => result.RunId, run => run.Id, (result, run) => new { result, run }).ToListAsync(stop);
        var singles = await db.Set<SingleResult>().AsNoTracking().Where(result => result.RecordId == record.Id).ToListAsync(stop);
        return runs.Select(pair => Result(
                pair.run.EndedAt ?? pair.run.StartedAt, pair.result.Outcome, pair.result.Version, pair.run.StartedBy,
                Speech.Say($"lần xác thực {pair.run.Id}", $"run {pair.run.Id}")))
            .Concat(singles.Select(result => Result(result.At, result.Outcome, result.Version, result.By, "")));
    }

    private static StoryEvent Result(DateTimeOffset at, short packed, int version, string by, string note)
    {
        var outcome = new Outcome(packed);
        var (tone, word) = Tones.Of(outcome.Status);
        var bad = Enum.GetValues<MandatoryField>().Where(field => outcome.VerdictOf(field) == FieldVerdict.Wrong).Select(ImportTexts.OfField);
        var fields = string.Join(", ", bad);
        var what = Speech.Say($"Xác thực bản {version}: {word}", $"Version {version} authenticated: {word}") + (fields.Length > 0 ? $" ({fields})" : "");
        return new StoryEvent(at, tone, what, by, note, []);
    }

    private async Task<IEnumerable<StoryEvent>> Decisions(VaccinationRecord record, CancellationToken stop)
    {
        var decisions = await db.Set<RecordDecision>().AsNoTracking().Where(decision => decision.RecordId == record.Id).ToListAsync(stop);
        return decisions.Select(decision => new StoryEvent(
            decision.CameAt, Tone.Note,
            decision.Kind switch
            {
                DecisionKind.Released => Speech.Say("Công an xác định nội dung đúng", "The police settled what is right"),
                DecisionKind.RegisterCorrected => Speech.Say("Công an sửa dữ liệu dân cư", "The police corrected the register"),
                DecisionKind.AskPerson => Speech.Say("Công an mời người dân mang giấy tờ", "The police ask the person for papers"),
                DecisionKind.NotFound => Speech.Say("Công an không tìm thấy người này", "The police found nobody like this"),
            } + (decision.State == DecisionState.Void ? Speech.Say(" (hồ sơ đã đổi, không còn hiệu lực)", " (void: the record had changed)") : ""),
            decision.DecidedBy, decision.Note, []));
    }

    // Issued and taken back by the house's own work or by whoever was asked: the audit knows who.
    private async Task<IEnumerable<StoryEvent>> Certificates(VaccinationRecord record, CancellationToken stop)
    {
        var issued = await db.Set<IssuedCertificate>().AsNoTracking().Where(one => one.RecordId == record.Id).ToListAsync(stop);
        return issued.SelectMany(one => (IEnumerable<StoryEvent?>)
        [
            new(one.IssuedAt, Tone.Right, Speech.Say($"Cấp chứng nhận, mũi {one.Dose}/{one.Doses}", $"Certificate issued, dose {one.Dose} of {one.Doses}"), "", one.Uvci, []),
            one.EndedAt is not { } ended ? null : new(ended, Tone.Note, one.State == CertificateState.Replaced
                ? Speech.Say("Thu hồi chứng nhận, đã có bản khác thay", "Certificate taken back, another one stands for it")
                : Speech.Say("Thu hồi chứng nhận: nội dung không còn đúng", "Certificate taken back: it does not hold any more"), "", one.Uvci, []),
        ]).OfType<StoryEvent>();
    }

    private async Task<IEnumerable<StoryEvent>> Views(VaccinationRecord record, CancellationToken stop)
    {
        var subject = $"record:{record.Ref}";
        var views = await db.Audit.AsNoTracking().Where(entry => entry.Subject == subject && entry.Kind == "record.view")
            .OrderByDescending(entry => entry.Id).Take(MostViews).ToListAsync(stop);
        return views.Select(entry => new StoryEvent(entry.At, Tone.Plain, Speech.Say("Xem", "Looked at"), $"{entry.Who} · {entry.UnitCode}", "", []));
    }
}
