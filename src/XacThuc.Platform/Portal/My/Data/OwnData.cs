using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using XacThuc.Matching;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.My.Data;

/// <summary>All that is kept of a citizen, as they take it with them: once for programs, once to print.</summary>
/// <param name="Record">The record.</param>
/// <param name="Number">Its number as this session may see it.</param>
/// <param name="Doses">Its doses that count.</param>
/// <param name="Certificates">The certificates that were issued, those that were taken back among them.</param>
/// <param name="Units">Names of units.</param>
/// <param name="Looks">Who looked at it.</param>
/// <param name="At">When it is taken.</param>
internal sealed record OwnData(
    VaccinationRecord Record, string Number, IReadOnlyList<Dose> Doses, IReadOnlyList<IssuedCertificate> Certificates, IReadOnlyDictionary<long, string> Units, IReadOnlyList<MyAct> Looks, DateTimeOffset At)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly FormColumn[] DoseColumns =
        [new("Mũi", 6, CellLook.Middle), new("Vắc xin", 26), new("Số lô", 16, CellLook.Middle), new("Ngày tiêm", 16, CellLook.Middle), new("Nơi tiêm", 36)];

    private static readonly FormColumn[] LookColumns = [new("Thời điểm", 18, CellLook.Middle), new("Đơn vị", 36), new("Việc", 30), new("Lý do", 26)];

    /// <summary>For programs.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            taken_at = At,
            record = new
            {
                reference = Record.Ref,
                version = Record.Version,
                full_name = Record.FullName,
                sex = Record.Sex,
                date_of_birth = Record.DateOfBirth,
                id_number = Number,
                commune_code = Record.CommuneCode,
                hamlet = Record.Hamlet,
                phone = Record.Phone,
                kept_by = UnitOf(Record.UnitId),
                added_at = Record.AddedAt,
            },
            authentication = new
            {
                status = Record.IsUpToDate ? Record.Status?.ToString().ToLowerInvariant() : null,
                at = Record.AuthenticatedAt,
                fields = Enum.GetValues<MandatoryField>().ToDictionary(field => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{field}"), field => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{Record.VerdictOf(field)}"), StringComparer.Ordinal),
            },
            doses = Doses.Select(dose => new
            {
                number = dose.Number,
                product = dose.Product,
                name = VaccineCatalogue.NameOf(dose.Product),
                lot = dose.Lot,
                given_on = dose.GivenOn,
                given_by = PlaceOf(dose),
            }),
            certificates = Certificates.Select(one => new { id = one.Uvci, text = one.Text, issued_at = one.IssuedAt, expires_at = one.ExpiresAt, taken_back_at = one.EndedAt }),
            acts = Looks.Select(look => new { at = look.At, who = look.Who, what = look.What, why = look.Why, times = look.Times }),
        },
        Options);

    /// <summary>To print; always Vietnamese.</summary>
    public OfficialForm ToForm() => new(
        new OfficialHead("", UnitOf(Record.UnitId), Record.Ref), Paper.Upright, "BẢN SAO DỮ LIỆU TIÊM CHỦNG", [$"Lập lúc {Shown.Moment(At)}, theo yêu cầu của người có dữ liệu"],
        [
            new FormBlock.Paragraph($"Họ và tên: {Record.FullName}. Giới tính: {Record.Sex}. Ngày sinh: {Record.DateOfBirth}."),
            new FormBlock.Paragraph($"Số CCCD/CMND/định danh: {Number}. Mã xã: {Record.CommuneCode}. Thôn: {Record.Hamlet}. Điện thoại trên hồ sơ: {Record.Phone}."),
            new FormBlock.Section("Các mũi tiêm"),
            new FormBlock.Table("Các mũi tiêm", DoseColumns, [.. Doses.Select(dose => (string[])
                [dose.Number.ToString(CultureInfo.InvariantCulture), VaccineCatalogue.NameOf(dose.Product), dose.Lot, Shown.Date(dose.GivenOn), PlaceOf(dose)])]),
            .. Certificates.Select(one => new FormBlock.Paragraph(
                $"Chứng nhận {one.Uvci}, cấp {Shown.Date(one.IssuedAt)}, có giá trị đến {Shown.Date(one.ExpiresAt)}{(one.EndedAt is { } ended ? $", đã thu hồi {Shown.Date(ended)}" : "")}.")),
            new FormBlock.Section("Đơn vị đã xem hoặc sửa"),
            new FormBlock.Table("Đơn vị đã xem hoặc sửa", LookColumns, [.. Looks.Select(look => (string[])
                [Shown.Moment(look.At), look.Who, look.Times > 1 ? $"{look.What} ({look.Times} lần)" : look.What, look.Why])]),
            new FormBlock.Paragraph("Bản này do người có dữ liệu tự tải về, không thay giấy xác nhận hoặc chứng nhận tiêm chủng."),
        ]);

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(OwnData);

    private string UnitOf(long id) => Units.GetValueOrDefault(id, "");

    private string PlaceOf(Dose dose) => dose.Facility.Length > 0 ? dose.Facility : UnitOf(dose.UnitId);
}
