using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Audit;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.My;

/// <summary>Something that was done with a citizen's data.</summary>
/// <param name="At">When, the last time.</param>
/// <param name="Who">Which unit and role; never the name of one of the staff.</param>
/// <param name="What">What, in plain words.</param>
/// <param name="Why">Why, where the act asks for it.</param>
/// <param name="Times">How often on that day.</param>
/// <param name="IsTheirs">Whether it was the citizen, or their family.</param>
internal sealed record MyAct(DateTimeOffset At, string Who, string What, string Why, int Times, bool IsTheirs);

/// <summary>Who looked at or changed a citizen's data and why, from the audit.</summary>
internal sealed class WhoLooked(PlatformDb db)
{
    private const int Most = 500;

    private static readonly Dictionary<string, Bilingual> Words = new(StringComparer.Ordinal)
    {
        ["record.view"] = new("xem hồ sơ", "looked at the record"),
        ["record.correct"] = new("sửa thông tin", "corrected the data"),
        ["record.clean"] = new("sửa theo danh sách công an đã ký", "corrected it by a list that the police signed"),
        ["record.authenticate"] = new("đối chiếu với dữ liệu dân cư", "compared it with the population register"),
        ["run.ask"] = new("yêu cầu đối chiếu với dữ liệu dân cư", "asked to compare it with the population register"),
        ["record.paper_add"] = new("thêm ảnh giấy tờ", "added a photo of a paper"),
        ["record.paper_view"] = new("xem ảnh giấy tờ", "looked at a photo of a paper"),
        ["record.phone"] = new("đổi số điện thoại trên hồ sơ", "changed the phone on record"),
        ["record.phone_remove"] = new("bỏ số điện thoại khỏi hồ sơ", "took the phone off the record"),
        ["record.own_view"] = new("xem hồ sơ trên cổng", "looked at the record on the portal"),
        ["certificate.issue"] = new("cấp chứng nhận", "issued the certificate"),
        ["certificate.revoke"] = new("thu hồi chứng nhận", "took the certificate back"),
        ["certificate.view"] = new("xem chứng nhận", "looked at the certificate"),
        ["certificate.give"] = new("in hoặc tải chứng nhận", "printed or downloaded the certificate"),
        ["certificate.own_download"] = new("tải chứng nhận về", "downloaded the certificate"),
        ["record.own_check"] = new("yêu cầu kiểm tra lại", "asked to check it again"),
        ["record.own_export"] = new("tải dữ liệu về", "downloaded the data"),
        ["record.family_add"] = new("cho người thân xem", "let a relative see it"),
        ["record.family_end"] = new("thôi cho người thân xem", "took that back"),
        ["record.qid"] = new("cấp mã QR cá nhân (QID)", "gave it a personal code (QID)"),
        ["record.code_show"] = new("mở mã QR cá nhân", "showed the personal code"),
        ["record.code_full"] = new("mở mã QR cá nhân đầy đủ", "showed the personal code in full"),
        ["record.visits"] = new("xem nơi đã qua", "looked at the visits"),
        ["decision.receive"] = new("nhận kết luận của công an", "received what the police decided"),
        ["decision.apply"] = new("ghi kết luận của công an", "took over what the police decided"),
        ["dose.add"] = new("ghi mũi tiêm", "entered a dose"),
        ["dose.view"] = new("xem mũi tiêm", "looked at a dose"),
        ["dose.correct"] = new("sửa mũi tiêm", "corrected a dose"),
        ["dose.paper_add"] = new("thêm ảnh giấy xác nhận", "added a photo of a confirmation"),
        ["dose.paper_view"] = new("xem ảnh giấy xác nhận", "looked at a photo of a confirmation"),
    };

    // What is written beside other acts is for the staff: files, lots, names of lists.
    private static readonly HashSet<string> WithReason = new(["record.correct", "record.phone", "dose.correct"], StringComparer.Ordinal);

    /// <summary>The last of them first; what one unit did alike on one day is told once.</summary>
    public async Task<IReadOnlyList<MyAct>> Of(VaccinationRecord record, CancellationToken stop)
    {
        var recordId = record.Id;
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == recordId).Select(dose => dose.Id).ToListAsync(stop);
        string[] subjects = [$"record:{record.Ref}", .. doses.Select(id => $"dose:{id}")];
        var entries = await db.Audit.AsNoTracking().Where(entry => EF.Parameter(subjects).Contains(entry.Subject))
            .OrderByDescending(entry => entry.Id).Take(Most).ToListAsync(stop);
        var codes = entries.Select(entry => entry.UnitCode).Distinct(StringComparer.Ordinal).ToArray();
        var units = await db.Units.AsNoTracking().Where(unit => EF.Parameter(codes).Contains(unit.Code)).ToDictionaryAsync(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal, stop);
        return [.. entries.GroupBy(entry => (Shown.Day(entry.At), entry.UnitCode, entry.Role, entry.Kind, Why: WhyOf(entry)))
            .Select(same => new MyAct(same.Max(entry => entry.At), WhoOf(same.First(), units), WhatOf(same.Key.Kind), same.Key.Why, same.Count(), IsTheirs(same.Key.Role)))
            .OrderByDescending(act => act.At)];
    }

    private static bool IsTheirs(string role) => role is "citizen" or "guardian" or "family";

    private static string WhoOf(AuditEntry entry, Dictionary<string, string> units) => entry.Role switch
    {
        "citizen" => Speech.Say("Chính chủ, qua cổng người dân", "The person, on the portal"),
        "guardian" => Speech.Say("Người giám hộ, qua cổng người dân", "The guardian, on the portal"),
        "family" => Speech.Say("Người thân được đồng ý, qua cổng người dân", "A relative who was allowed to, on the portal"),
        "house" => Speech.Say("Hệ thống", "The system"),
        _ => units.GetValueOrDefault(entry.UnitCode, entry.UnitCode) + (Enum.TryParse<AccountRole>(entry.Role, out var role) ? $" ({role.NameOf()})" : ""),
    };

    private static string WhatOf(string kind) => Words.TryGetValue(kind, out var words) ? words.ToString() : kind;

    private static string WhyOf(AuditEntry entry) => WithReason.Contains(entry.Kind) ? entry.Reason : "";
}
