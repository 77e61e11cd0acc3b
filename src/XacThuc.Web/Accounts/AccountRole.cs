using XacThuc.Matching.Texts;
using XacThuc.Web.Units;

namespace XacThuc.Web.Accounts;

/// <summary>What an account may do; the plan's own names.</summary>
public enum AccountRole
{
    /// <summary>Leads vaccination in the district: sees and decides all of it.</summary>
    DistrictHealthCentre = 1,

    /// <summary>Keeps the commune's lists and records.</summary>
    HealthStation = 2,

    /// <summary>Vaccinates for organisations.</summary>
    VaccinationFacility = 3,

    /// <summary>Runs the platform: accounts, jobs, the border.</summary>
    DistrictOperator = 4,

    /// <summary>Approves and signs for the commune.</summary>
    CommuneCommittee = 5,

    /// <summary>Follows the plan.</summary>
    DistrictOffice = 6,

    /// <summary>Agencies: own staff only.</summary>
    Agency = 7,

    /// <summary>Verifies and decides the commune's cases.</summary>
    CommunePolice = 8,

    /// <summary>Leads on the police side: second looks, the register, the district's cases.</summary>
    DistrictPolice = 9,

    /// <summary>Runs the register house: accounts, jobs, the border.</summary>
    RegisterOperator = 10,
}

/// <summary>What a role asks of the account.</summary>
public static class AccountRoles
{
    /// <summary>Whether the role is one of the police house.</summary>
    public static bool IsPolice(this AccountRole role) => role
        is AccountRole.CommunePolice or AccountRole.DistrictPolice or AccountRole.RegisterOperator;

    /// <summary>Whether a password alone is not enough: police, signers and operators.</summary>
    public static bool NeedsSecondFactor(this AccountRole role) => role.IsPolice()
        || role is AccountRole.CommuneCommittee or AccountRole.DistrictOperator;

    /// <summary>The roles that people of a unit may have.</summary>
    public static IReadOnlyList<AccountRole> Roles(this UnitKind unit) => unit switch
    {
        UnitKind.DistrictHealthCentre => [AccountRole.DistrictHealthCentre],
        UnitKind.HealthStation => [AccountRole.HealthStation],
        UnitKind.VaccinationFacility => [AccountRole.VaccinationFacility],
        UnitKind.DistrictOperator => [AccountRole.DistrictOperator],
        UnitKind.CommuneCommittee => [AccountRole.CommuneCommittee],
        UnitKind.DistrictOffice => [AccountRole.DistrictOffice],
        UnitKind.Agency => [AccountRole.Agency],
        UnitKind.CommunePolice => [AccountRole.CommunePolice],
        UnitKind.DistrictPolice => [AccountRole.DistrictPolice, AccountRole.RegisterOperator],
    };

    /// <summary>The role's name.</summary>
    public static Bilingual NameOf(this AccountRole role) => role switch
    {
        AccountRole.DistrictHealthCentre => new("Trung tâm Y tế huyện", "District health centre"),
        AccountRole.HealthStation => new("Trạm Y tế", "Health station"),
        AccountRole.VaccinationFacility => new("Cơ sở tiêm chủng", "Vaccination facility"),
        AccountRole.DistrictOperator => new("Người vận hành nền tảng", "Operator of the platform"),
        AccountRole.CommuneCommittee => new("Ủy ban nhân dân xã", "Commune committee"),
        AccountRole.DistrictOffice => new("Văn phòng HĐND và UBND huyện", "District office"),
        AccountRole.Agency => new("Phòng, ban, đoàn thể", "Agency"),
        AccountRole.CommunePolice => new("Công an xã", "Commune police"),
        AccountRole.DistrictPolice => new("Công an huyện", "District police"),
        AccountRole.RegisterOperator => new("Người vận hành hệ thống dân cư", "Operator of the register"),
    };
}
