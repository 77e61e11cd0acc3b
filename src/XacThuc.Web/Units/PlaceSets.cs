using System.Reflection;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Units.Loading;

namespace XacThuc.Web.Units;

/// <summary>What a loading came to.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">Units that were not there.</param>
/// <param name="Changed">Units that were there and ended, got a successor or another name.</param>
public sealed record PlacesLoaded(int Rows, int Added, int Changed);

/// <summary>Loads sets of places: all of a file, or, where a row is wrong, nothing.</summary>
public static class PlaceSets
{
    /// <summary>The act of loading a set.</summary>
    public const string ActKind = "places.load";

    /// <summary>The sets that come with the houses, in the order in which they are loaded.</summary>
    public static IReadOnlyList<string> Shipped { get; } = ["places-until-2025-06-30.csv", "places-from-2025-07-01.csv"];

    private const int ProblemsShown = 20;

    /// <summary>
    /// Loads a file. The same file again changes nothing; units and their organisations stay where they are
    /// (<see cref="Moving.MoveUnits"/>).
    /// </summary>
    public static async Task<Result<PlacesLoaded>> Load(HouseDb db, Stream csv, Act act, CancellationToken stop)
    {
        var file = await PlaceFile.Read(csv, stop);
        if (file.Problems.Count > 0) return Refused(file.Problems);
        if (file.Rows.Count == 0)
            return Refusal.NotAcceptable("places.empty", "Tệp không có dòng dữ liệu nào.", "The file has no row.");

        var there = await db.Places.ToListAsync(stop);
        var merge = new PlaceMerge(there);
        merge.Take(file.Rows);
        if (merge.Problems.Count > 0)
        {
            // What was tried on the tracked places must not be saved by whoever uses the context next.
            db.ChangeTracker.Clear();
            return Refused(merge.Problems);
        }

        var changed = merge.Changed.Except(merge.Added).ToList();
        var loaded = new PlacesLoaded(file.Rows.Count, merge.Added.Count, changed.Count);
        if (loaded is { Added: 0, Changed: 0 }) return loaded;
        var edition = there.Select(place => place.Edition).DefaultIfEmpty().Max() + 1;
        foreach (var place in merge.Added.Concat(changed)) place.Edition = edition;
        db.Places.AddRange(merge.Added);
        await db.Save(act, stop);
        return loaded;
    }

    /// <summary>Loads the sets that come with the houses.</summary>
    public static async Task<Result<PlacesLoaded>> LoadShipped(HouseDb db, Actor by, TimeProvider time, CancellationToken stop)
    {
        var all = new PlacesLoaded(0, 0, 0);
        foreach (var name in Shipped)
        {
            await using var csv = Open(name);
            var act = new Act(by, time.GetUtcNow(), ActKind, $"places:{name}");
            if (!(await Load(db, csv, act, stop)).TryGet(out var one, out var refusal)) return refusal;
            all = new PlacesLoaded(all.Rows + one.Rows, all.Added + one.Added, all.Changed + one.Changed);
        }

        return all;
    }

    /// <summary>Opens a set that comes with the houses.</summary>
    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new ArgumentException("No such set comes with the houses.", nameof(name));

    private static Refusal Refused(IReadOnlyList<PlaceProblem> problems)
    {
        var shown = problems.OrderBy(problem => problem.Line).Take(ProblemsShown).Select(problem => problem.InFull).ToList();
        var left = problems.Count - shown.Count;
        if (left > 0) shown.Add(new Bilingual($"Và {left} lỗi nữa.", $"And {left} more."));
        return Refusal.NotAcceptable(
            "places.rows",
            $"Chưa nạp gì, vì:\n{string.Join('\n', shown.Select(problem => problem.Vi))}",
            $"Nothing was loaded, because:\n{string.Join('\n', shown.Select(problem => problem.En))}");
    }
}
