using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Records;

/// <summary>What a role may do with records within its reach. Each right holds those before it.</summary>
public enum RecordsRight
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>See figures without people.</summary>
    Figures,

    /// <summary>See records.</summary>
    Read,

    /// <summary>Bring, authenticate and correct records.</summary>
    Write,
}

/// <summary>Who may do what with records.</summary>
public static class RecordsAccess
{
    /// <summary>Policy of pages that change records.</summary>
    public const string Write = "records:write";

    /// <summary>Policy of pages that show records.</summary>
    public const string Read = "records:read";

    /// <summary>Policy of pages that show figures only.</summary>
    public const string Figures = "records:figures";

    /// <summary>What a role may do.</summary>
    public static RecordsRight RightOf(AccountRole role) => role switch
    {
        AccountRole.DistrictHealthCentre or AccountRole.HealthStation or AccountRole.VaccinationFacility => RecordsRight.Write,
        AccountRole.CommuneCommittee => RecordsRight.Read,
        AccountRole.DistrictOffice => RecordsRight.Figures,
        AccountRole.DistrictOperator or AccountRole.Agency or AccountRole.CommunePolice or AccountRole.DistrictPolice
            or AccountRole.RegisterOperator => RecordsRight.Nothing,
    };

    /// <summary>Whether somebody changes records of a unit of their own place or below.</summary>
    public static bool WritesFor(SignedIn me, long unitId) =>
        RightOf(me.Role) == RecordsRight.Write && (!IsOfOneUnit(me.Role) || unitId == me.UnitId);

    /// <summary>The units whose records somebody reaches: the own one, or all of the own place and below.</summary>
    public static async Task<long[]> UnitsOf(PlatformDb db, SignedIn me, CancellationToken stop)
    {
        if (RightOf(me.Role) == RecordsRight.Nothing) return [];
        return IsOfOneUnit(me.Role)
            ? [me.UnitId]
            : await db.Units.Where(unit => unit.Path.StartsWith(me.Path)).Select(unit => unit.Id).ToArrayAsync(stop);
    }

    private static bool IsOfOneUnit(AccountRole role) => role is AccountRole.HealthStation or AccountRole.VaccinationFacility;

    internal static void AddPolicies(AuthorizationBuilder policies)
    {
        foreach (var (name, least) in (ReadOnlySpan<(string, RecordsRight)>)
            [(Write, RecordsRight.Write), (Read, RecordsRight.Read), (Figures, RecordsRight.Figures)])
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                context => SignedIn.Find(context.User) is { } me && RightOf(me.Role) >= least));
    }
}
