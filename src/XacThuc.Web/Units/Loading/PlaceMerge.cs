namespace XacThuc.Web.Units.Loading;

/// <summary>
/// Puts the rows of a file into the places that are there: new units are added, units that ended get their last day and
/// successor, a name is put right; nothing is taken away and no end is undone. The same rows again change nothing.
/// </summary>
internal sealed class PlaceMerge
{
    private readonly Dictionary<string, List<Place>> _places;
    private readonly List<Place> _added = [];
    private readonly HashSet<Place> _changed = [];
    private readonly Dictionary<Place, int> _lines = [];
    private readonly List<PlaceProblem> _problems = [];

    public PlaceMerge(IEnumerable<Place> there) => _places = there.GroupBy(place => place.Code, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public IReadOnlyList<Place> Added => _added;

    public IReadOnlyCollection<Place> Changed => _changed;

    public IReadOnlyList<PlaceProblem> Problems => _problems;

    public void Take(IReadOnlyList<PlaceRow> rows)
    {
        foreach (var row in rows.Where(row => row.ValidFrom is not null).OrderBy(row => row.Level).ThenBy(row => row.ValidFrom))
            TakeUnit(row, row.ValidFrom!.Value);
        foreach (var row in rows.Where(row => row.ValidFrom is null)) TakeEnd(row);
        foreach (var one in _places.Values) EndByNext(one);
        foreach (var (place, line) in _lines) CheckSuccessor(place, line);
    }

    private void TakeUnit(PlaceRow row, DateOnly from)
    {
        if (PathOf(row, from) is not { } path) return;
        var sameCode = _places.TryGetValue(row.Code, out var known) ? known : _places[row.Code] = [];
        var place = sameCode.Find(one => one.ValidFrom == from);
        if (place is null)
        {
            place = new Place { Code = row.Code, Level = row.Level, Name = row.Name, Path = path, ValidFrom = from };
            sameCode.Add(place);
            _added.Add(place);
        }
        else if (!string.Equals(place.Path, path, StringComparison.Ordinal))
        {
            Wrong(row, "đơn vị này đã có dưới một đơn vị cấp trên khác.", "this unit is already there below another one.");
            return;
        }
        else if (!string.Equals(place.Name, row.Name, StringComparison.Ordinal))
        {
            place.Name = row.Name;
            _changed.Add(place);
        }

        _lines.TryAdd(place, row.Line);
        if (row.ValidTo is not null) End(place, row);
    }

    private void TakeEnd(PlaceRow row)
    {
        var place = _places.GetValueOrDefault(row.Code, []).Find(one => one.IsValidOn(row.ValidTo!.Value));
        if (place is null)
        {
            Wrong(
                row,
                $"ngày {row.ValidTo:dd/MM/yyyy} không có đơn vị mã {row.Code}. Nạp bộ danh mục trước đó trước.",
                $"there was no unit {row.Code} on {row.ValidTo:dd/MM/yyyy}. Load the earlier set first.");
            return;
        }

        _lines[place] = row.Line;
        End(place, row);
    }

    private void End(Place place, PlaceRow row)
    {
        if (place.ValidTo == row.ValidTo && string.Equals(place.SuccessorCode, row.Successor, StringComparison.Ordinal)) return;
        (place.ValidTo, place.SuccessorCode) = (row.ValidTo, row.Successor);
        _changed.Add(place);
    }

    // A newer unit of the same code is what the older one became.
    private void EndByNext(List<Place> sameCode)
    {
        sameCode.Sort((one, other) => one.ValidFrom.CompareTo(other.ValidFrom));
        for (var i = 0; i + 1 < sameCode.Count; i++)
        {
            var (place, next) = (sameCode[i], sameCode[i + 1]);
            if (place.ValidTo is null)
            {
                (place.ValidTo, place.SuccessorCode) = (next.ValidFrom.AddDays(-1), place.Code);
                _changed.Add(place);
            }
            else if (place.ValidTo >= next.ValidFrom && _lines.TryGetValue(next, out var line))
            {
                _problems.Add(new PlaceProblem(
                    line,
                    $"mã {place.Code} trùng thời gian với đơn vị cùng mã có đến {place.ValidTo:dd/MM/yyyy}.",
                    $"the time of {place.Code} overlaps the unit of the same code that stands until {place.ValidTo:dd/MM/yyyy}."));
            }
        }
    }

    private void CheckSuccessor(Place place, int line)
    {
        if (place is not { ValidTo: { } end, SuccessorCode: { } code }) return;
        if (_places.GetValueOrDefault(code, []).Exists(one => one.Level == place.Level && one.IsValidOn(end.AddDays(1)))) return;
        _problems.Add(new PlaceProblem(
            line,
            $"từ {end.AddDays(1):dd/MM/yyyy} không có đơn vị kế tiếp mã {code} cùng cấp.",
            $"from {end.AddDays(1):dd/MM/yyyy} there is no successor {code} of the same level."));
    }

    private string? PathOf(PlaceRow row, DateOnly day)
    {
        if (row.Level == PlaceLevel.Province && row.Parent is null) return $"/{row.Code}/";
        if (row.Parent is not null
            && _places.GetValueOrDefault(row.Parent, []).Find(one => one.IsValidOn(day) && one.Level < row.Level) is { } above)
            return $"{above.Path}{row.Code}/";
        Wrong(
            row,
            $"ngày {day:dd/MM/yyyy} không có đơn vị cấp trên mã {row.Parent ?? "(trống)"}.",
            $"on {day:dd/MM/yyyy} there was no unit above with the code {row.Parent ?? "(empty)"}.");
        return null;
    }

    private void Wrong(PlaceRow row, string vi, string en) => _problems.Add(new PlaceProblem(row.Line, vi, en));
}
