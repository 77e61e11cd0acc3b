namespace XacThuc.Web.Units;

/// <summary>
/// All administrative units with their times, as they were when the book was opened; never changes. Codes are of different
/// length at each level, hence a code alone says which level is meant; but one code may name several units one after the
/// other, hence the day is always asked for.
/// </summary>
public sealed class PlaceBook
{
    private readonly Dictionary<string, Place[]> _byCode;
    private readonly Dictionary<string, Place[]> _byParent;

    /// <summary>A book of these places.</summary>
    public PlaceBook(IEnumerable<Place> places)
    {
        var all = places.OrderBy(place => place.Code, StringComparer.Ordinal).ThenBy(place => place.ValidFrom).ToList();
        _byCode = Grouped(all, place => place.Code);
        _byParent = Grouped(all, place => place.ParentCode ?? "");
        Edition = all.Count == 0 ? 0 : all.Max(place => place.Edition);
    }

    /// <summary>The last loading that the book knows; 0 when nothing was ever loaded.</summary>
    public long Edition { get; }

    /// <summary>The unit that had a code on a day.</summary>
    public Place? Find(string code, DateOnly day) =>
        _byCode.GetValueOrDefault(code, []).FirstOrDefault(place => place.IsValidOn(day));

    /// <summary>The last unit that had a code and stood at a path.</summary>
    public Place? Named(string code, string path) => _byCode.GetValueOrDefault(code, [])
        .LastOrDefault(place => string.Equals(place.Path, path, StringComparison.Ordinal));

    /// <summary>
    /// The place of a record: what its commune's code meant on the record's own date. None where the code named nothing on
    /// that day; such a code is wrong for its date (<see cref="Now"/> still finds where it is today).
    /// </summary>
    public Place? PlaceAsOf(string communeCode, DateOnly date) => Find(communeCode, date);

    /// <summary>The units directly below one on a day, by code; provinces where none is named.</summary>
    public IEnumerable<Place> Children(string? code, DateOnly day) =>
        _byParent.GetValueOrDefault(code ?? "", []).Where(place => place.IsValidOn(day));

    /// <summary>A unit and those above it, from the province down, as they were on a day.</summary>
    public IReadOnlyList<Place> Path(Place place, DateOnly day) =>
    [
        .. place.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)
            .Select(code => Find(code, day)).OfType<Place>(),
        place,
    ];

    /// <summary>The name with those above it: "Xã Hợp Thành, Huyện Cao Lộc, Tỉnh Lạng Sơn"; the code where it is unknown.</summary>
    public string NameOf(string code, DateOnly day) => Find(code, day) is { } place
        ? string.Join(", ", Path(place, day).Reverse().Select(above => above.Name))
        : code;

    /// <summary>A unit, what it became part of, what that became part of, and so on.</summary>
    public IEnumerable<Place> Successors(Place place)
    {
        // Each begins after the one before it ended: the chain ends.
        for (Place? next = place; next is not null; next = Successor(next)) yield return next;
    }

    /// <summary>
    /// Where the people of a code of a day are on a later day: the unit itself or what followed it. A code written after its
    /// unit had ended is read as that unit. None where nothing followed (districts in July 2025) or the code is unknown.
    /// </summary>
    public Place? Now(string code, DateOnly asOf, DateOnly day)
    {
        var meant = Find(code, asOf) ?? _byCode.GetValueOrDefault(code, []).LastOrDefault(place => place.ValidFrom <= asOf);
        return meant is null ? null : Successors(meant).FirstOrDefault(place => place.IsValidOn(day));
    }

    private Place? Successor(Place place) =>
        place is { ValidTo: { } end, SuccessorCode: { } code } && end < DateOnly.MaxValue ? Find(code, end.AddDays(1)) : null;

    private static Dictionary<string, Place[]> Grouped(List<Place> places, Func<Place, string> key) =>
        places.GroupBy(key, StringComparer.Ordinal).ToDictionary(
            group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
