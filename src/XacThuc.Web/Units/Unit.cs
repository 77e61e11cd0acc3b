namespace XacThuc.Web.Units;

/// <summary>Who the plan gives work to.</summary>
public enum UnitKind
{
    /// <summary>Trung tâm Y tế huyện.</summary>
    DistrictHealthCentre = 1,

    /// <summary>Trạm Y tế xã.</summary>
    HealthStation = 2,

    /// <summary>Cơ sở tiêm chủng.</summary>
    VaccinationFacility = 3,

    /// <summary>Phòng Văn hóa và Thông tin.</summary>
    DistrictOperator = 4,

    /// <summary>UBND xã.</summary>
    CommuneCommittee = 5,

    /// <summary>Văn phòng HĐND và UBND huyện.</summary>
    DistrictOffice = 6,

    /// <summary>Phòng, ban, đoàn thể.</summary>
    Agency = 7,

    /// <summary>Công an xã.</summary>
    CommunePolice = 8,

    /// <summary>Công an huyện.</summary>
    DistrictPolice = 9,
}

/// <summary>An organisation that works with the house; it acts on all units of its place and below.</summary>
public sealed class Unit
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Stable code of the unit, the same on both sides of the border: <c>TYT-06226</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Vietnamese name.</summary>
    public required string Name { get; set; }

    /// <summary>Code of its place.</summary>
    public required string PlaceCode { get; set; }

    /// <summary>Path of its place; what starts with it is in its subtree.</summary>
    public required string Path { get; set; }
}
