using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Units;

namespace XacThuc.Web.Accounts.Operate;

/// <summary>A unit and a role in it, as one choice of a form: <c>17:HealthStation</c>.</summary>
internal static class Places
{
    public static string ValueOf(long unitId, AccountRole role) => string.Create(CultureInfo.InvariantCulture, $"{unitId}:{role}");

    public static (long UnitId, AccountRole Role)? Read(string? value) =>
        value?.Split(':') is [var unit, var role]
        && long.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Enum.TryParse<AccountRole>(role, out var known) && Enum.IsDefined(known) ? (id, known) : null;

    /// <summary>All choices, by name of the unit; the role is named where a unit has more than one.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> Choices(IQueryable<Unit> units, CancellationToken stop) =>
    [
        .. (await units.AsNoTracking().OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name).ToListAsync(stop))
            .SelectMany(unit => unit.Kind.Roles().Select(role => new SelectListItem(
                unit.Kind.Roles().Count > 1 ? $"{unit.Name} ({role.NameOf().In(Speech.Language)})" : unit.Name,
                ValueOf(unit.Id, role)))),
    ];
}
