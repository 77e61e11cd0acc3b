using Microsoft.EntityFrameworkCore;

namespace XacThuc.Web.Data;

/// <summary>Codes that count what a unit made within a year: <c>DS-TYT-06226-2026-001</c>.</summary>
public static class YearlyCodes
{
    /// <summary>The next one. Two asked for at once are the same: where codes are unique the second is not saved.</summary>
    /// <param name="codes">All there are.</param>
    /// <param name="of">What stands before the year: the kind and the unit.</param>
    /// <param name="day">A day of the year.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<string> NextOf(this IQueryable<string> codes, string of, DateOnly day, CancellationToken stop) =>
        (await codes.NextOf(of, day, 1, stop))[0];

    /// <summary>The next ones.</summary>
    /// <param name="codes">All there are.</param>
    /// <param name="of">What stands before the year: the kind and the unit.</param>
    /// <param name="day">A day of the year.</param>
    /// <param name="many">How many.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyList<string>> NextOf(this IQueryable<string> codes, string of, DateOnly day, int many, CancellationToken stop)
    {
        var start = $"{of}-{day.Year}-";
        var last = await codes.CountAsync(code => code.StartsWith(start), stop);
        return [.. Enumerable.Range(last + 1, many).Select(number => $"{start}{number:000}")];
    }
}
