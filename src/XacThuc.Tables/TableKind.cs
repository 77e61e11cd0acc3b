namespace XacThuc.Tables;

public enum TableKind
{
    Register,
    Records,

    /// <summary>A list of wrong records that came back filled in.</summary>
    Cleaning,

    /// <summary>A list of people to be vaccinated.</summary>
    Survey,

    /// <summary>Doses that were given elsewhere, one a row.</summary>
    Doses,

    /// <summary>Places that people enter and leave, to be registered as check points.</summary>
    Places,
}

/// <summary>A column the contract names, and whether a file without it is of no use.</summary>
public sealed record WantedColumn(string Name, bool Mandatory, string Example)
{
    private static readonly WantedColumn[] Register =
    [
        new("personal_id", true, "Số CCCD"),
        new("old_id", false, "Số CMND cũ"),
        new("full_name", true, "Họ và tên"),
        new("sex", true, "Giới tính"),
        new("date_of_birth", true, "Ngày sinh"),
        new("commune_code", false, "Mã xã"),
        new("hamlet", false, "Thôn"),
    ];

    private static readonly WantedColumn[] Records =
    [
        new("record_id", false, "Mã hồ sơ"),
        new("full_name", true, "Họ và tên"),
        new("sex", true, "Giới tính"),
        new("date_of_birth", true, "Ngày sinh"),
        new("id_number", true, "Số CCCD/CMND"),
        new("commune_code", false, "Mã xã"),
        new("hamlet", false, "Thôn"),
        new("phone", false, "Số điện thoại"),
    ];

    private static readonly WantedColumn[] Cleaning =
    [
        new("row_code", true, "Mã dòng"),
        new("full_name", true, "Họ và tên"),
        new("sex", false, "Giới tính"),
        new("date_of_birth", false, "Ngày sinh"),
        new("id_number", false, "Số CCCD/CMND"),
        new("right_full_name", true, "Họ và tên đúng"),
        new("right_sex", true, "Giới tính đúng"),
        new("right_date_of_birth", true, "Ngày sinh đúng"),
        new("right_id_number", true, "Số CCCD/CMND đúng"),
        new("note", false, "Ghi chú của thôn"),
    ];

    // Those of a file of records, then what only such a list has.
    private static readonly WantedColumn[] Survey =
    [
        new("record_id", false, "Mã hồ sơ"),
        new("full_name", true, "Họ và tên"),
        new("sex", true, "Giới tính"),
        new("date_of_birth", true, "Ngày sinh"),
        new("id_number", false, "Số CCCD/CMND"),
        new("commune_code", false, "Mã xã"),
        new("hamlet", false, "Thôn"),
        new("phone", false, "Số điện thoại"),
        new("passport", false, "Số hộ chiếu"),
        new("nationality", false, "Quốc tịch"),
        new("target_group", false, "Nhóm đối tượng"),
        new("note", false, "Tiền sử, chống chỉ định"),
        new("consent", false, "Đồng ý tiêm"),
        new("guardian", false, "Người giám hộ"),
        new("guardian_phone", false, "Điện thoại người giám hộ"),
    ];

    // Those of a file of records, then the dose.
    private static readonly WantedColumn[] Doses =
    [
        new("record_id", false, "Mã hồ sơ"),
        new("full_name", true, "Họ và tên"),
        new("sex", true, "Giới tính"),
        new("date_of_birth", true, "Ngày sinh"),
        new("id_number", false, "Số CCCD/CMND"),
        new("commune_code", false, "Mã xã"),
        new("hamlet", false, "Thôn"),
        new("dose_number", true, "Mũi số"),
        new("vaccine", true, "Tên vắc xin"),
        new("lot", false, "Số lô"),
        new("given_on", true, "Ngày tiêm"),
        new("facility", false, "Cơ sở tiêm"),
        new("phone", false, "Số điện thoại"),
    ];

    private static readonly WantedColumn[] Places =
    [
        new("place_code", false, "Mã điểm"),
        new("place_name", true, "Tên điểm"),
        new("place_kind", true, "Loại"),
        new("address", true, "Địa chỉ"),
        new("commune", false, "Xã, phường, thị trấn"),
        new("responsible", true, "Người chịu trách nhiệm"),
        new("responsible_phone", true, "Điện thoại người chịu trách nhiệm"),
        new("unit_code", false, "Mã đơn vị"),
    ];

    /// <summary>In the order of the contract, which is the order of <see cref="TableInput.Columns"/>.</summary>
    public static IReadOnlyList<WantedColumn> Of(TableKind kind) => kind switch
    {
        TableKind.Register => Register,
        TableKind.Records => Records,
        TableKind.Cleaning => Cleaning,
        TableKind.Survey => Survey,
        TableKind.Doses => Doses,
        TableKind.Places => Places,
    };
}

/// <summary>Places in <see cref="TableInput.Columns"/> of a register.</summary>
public static class RegisterColumn
{
    public const int PersonalId = 0, OldId = 1, FullName = 2, Sex = 3, DateOfBirth = 4, CommuneCode = 5, Hamlet = 6;
}

/// <summary>Places in <see cref="TableInput.Columns"/> of a file of records.</summary>
public static class RecordsColumn
{
    public const int RecordId = 0, FullName = 1, Sex = 2, DateOfBirth = 3, IdNumber = 4, CommuneCode = 5, Hamlet = 6;

    /// <summary>Of a file of records alone: others that begin with these columns have columns of their own here.</summary>
    public const int Phone = 7;
}

/// <summary>Places in <see cref="TableInput.Columns"/> of a cleaning list: as recorded, then as it should read.</summary>
public static class CleaningColumn
{
    public const int RowCode = 0, FullName = 1, Sex = 2, DateOfBirth = 3, IdNumber = 4;

    public const int RightFullName = 5, RightSex = 6, RightDateOfBirth = 7, RightIdNumber = 8, Note = 9;
}

/// <summary>
/// Places in <see cref="TableInput.Columns"/> of a list of people to be vaccinated, behind those of
/// <see cref="RecordsColumn"/>.
/// </summary>
public static class SurveyColumn
{
    public const int Phone = 7, Passport = 8, Nationality = 9, TargetGroup = 10, Note = 11, Consent = 12, Guardian = 13, GuardianPhone = 14;
}

/// <summary>Places in <see cref="TableInput.Columns"/> of a file of doses, behind those of <see cref="RecordsColumn"/>.</summary>
public static class DosesColumn
{
    public const int DoseNumber = 7, Vaccine = 8, Lot = 9, GivenOn = 10, Facility = 11, Phone = 12;
}

/// <summary>Places in <see cref="TableInput.Columns"/> of a file of check points.</summary>
public static class PlacesColumn
{
    public const int Code = 0, Name = 1, Kind = 2, Address = 3, Commune = 4, Responsible = 5, Phone = 6, Unit = 7;
}
