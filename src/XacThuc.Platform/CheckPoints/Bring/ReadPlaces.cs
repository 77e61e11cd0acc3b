using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Tables;
using XacThuc.Tables.Headings;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>
/// Says of each row what becomes of it: registered, there already, a repetition, or wrong and why. A place is the same where its unit, name and
/// address are, however their marks and capitals are written.
/// </summary>
internal sealed class ReadPlaces(PlatformDb db)
{
    private const int Longest = 120;
    private const int LongestAddress = 200;

    /// <summary>Reads rows for somebody.</summary>
    public async Task<List<PlaceRow>> Run(IReadOnlyList<WrittenPlace> written, SignedIn me, List<PlaceProblem> problems, CancellationToken stop)
    {
        var units = await UnitsOf(me, stop);
        var communes = await CommunesOf(written, stop);
        var there = await db.CheckPointsOf(me).AsNoTracking().ToListAsync(stop);
        var byCode = there.ToDictionary(place => place.Code, StringComparer.OrdinalIgnoreCase);
        var byKey = there.DistinctBy(place => KeyOf(place.UnitId, place.Name, place.Address)).ToDictionary(place => KeyOf(place.UnitId, place.Name, place.Address));
        var first = new Dictionary<(long, string, string), long>();
        var rows = new List<PlaceRow>(written.Count);
        foreach (var row in written)
        {
            var found = Read(row, me, units, communes);
            if (row.Code.Length > 0 && byCode.TryGetValue(row.Code, out var named))
            {
                rows.Add(KnownAs(row.Line, found, named));
                continue;
            }

            if (row.Code.Length > 0) found.Problems.Insert(0, new(row.Line, PlacesColumn.Code, PlaceSentences.UnknownCode));
            if (found.Unit is not { } unit || found.Problems.Count > 0)
            {
                problems.AddRange(found.Problems);
                rows.Add(new PlaceRow(row.Line, PlaceRowState.Wrong, found.Form, found.Unit));
                continue;
            }

            var key = KeyOf(unit.Id, found.Form.Name!, found.Form.Address!);
            rows.Add(byKey.TryGetValue(key, out var same) ? KnownAs(row.Line, found, same)
                : first.TryAdd(key, row.Line) ? new PlaceRow(row.Line, PlaceRowState.New, found.Form, unit)
                : new PlaceRow(row.Line, PlaceRowState.Repeated, found.Form, unit) { RepeatedLine = first[key] });
        }

        return rows;
    }

    private static PlaceRow KnownAs(long line, ReadRow read, CheckPoint there) => new(line, PlaceRowState.Known, read.Form, read.Unit)
    {
        There = there,
        Differs = read.Problems.Count > 0 || there.Kind != read.Form.Kind || !there.Phone.Equals(read.Form.Phone, StringComparison.Ordinal) || read.Unit?.Id != there.UnitId
            || !Same(there.Name, read.Form.Name) || !Same(there.Address, read.Form.Address) || !Same(there.Responsible, read.Form.Responsible),
    };

    private static ReadRow Read(WrittenPlace row, SignedIn me, IReadOnlyDictionary<string, Unit> units, IReadOnlyDictionary<string, string> communes)
    {
        var problems = new List<PlaceProblem>();
        void Wrong(int column, Matching.Texts.Bilingual sentence) => problems.Add(new(row.Line, column, sentence));

        if (row.Name.Length < 2) Wrong(PlacesColumn.Name, PlaceSentences.NoName);
        else if (row.Name.Length > Longest) Wrong(PlacesColumn.Name, PlaceSentences.TooLong(Longest));
        var kind = PlaceWords.Kind(row.Kind);
        if (kind is null) Wrong(PlacesColumn.Kind, row.Kind.Length == 0 ? PlaceSentences.NoKind : PlaceSentences.UnknownKind);
        var commune = IsCode(row.Commune) ? communes.GetValueOrDefault(CodeOf(row.Commune)) : row.Commune;
        if (commune is null) Wrong(PlacesColumn.Commune, PlaceSentences.UnknownCommune);
        var address = AddressOf(row.Address, commune ?? "");
        if (address.Length < 2) Wrong(PlacesColumn.Address, PlaceSentences.NoAddress);
        else if (address.Length > LongestAddress) Wrong(PlacesColumn.Address, PlaceSentences.TooLong(LongestAddress));
        if (row.Responsible.Length < 2) Wrong(PlacesColumn.Responsible, PlaceSentences.NoResponsible);
        else if (row.Responsible.Length > Longest) Wrong(PlacesColumn.Responsible, PlaceSentences.TooLong(Longest));
        var isPhone = PlaceWords.TryPhone(row.Phone, out var phone);
        if (!isPhone) Wrong(PlacesColumn.Phone, PlaceSentences.WrongPhone);
        var unit = units.GetValueOrDefault(row.Unit.Length == 0 ? me.UnitCode : row.Unit);
        if (unit is null) Wrong(PlacesColumn.Unit, me.Role == AccountRole.DistrictOperator ? PlaceSentences.UnknownUnit : PlaceSentences.OthersUnit);
        else if (!unit.Kind.Roles().Any(CheckPointsAccess.MayRun)) Wrong(PlacesColumn.Unit, PlaceSentences.KeepsNone);
        return new ReadRow(
            new PlaceForm { Name = row.Name, Address = address, Kind = kind ?? CheckPointKind.Other, Responsible = row.Responsible, Phone = isPhone ? phone.InFull() : row.Phone }, unit, problems);
    }

    // "Khối 6" with "Thị trấn Cao Lộc" is one address; where it says the commune already, it is not said twice.
    private static string AddressOf(string address, string commune) =>
        commune.Length == 0 || HeadingText.Fold(address).Contains(HeadingText.Fold(commune), StringComparison.Ordinal) ? address
        : address.Length == 0 ? commune : $"{address}, {commune}";

    // The own unit, and to the operator those of the district: an agency without an account has its places kept so.
    private async Task<IReadOnlyDictionary<string, Unit>> UnitsOf(SignedIn me, CancellationToken stop)
    {
        var (own, path, isOperator) = (me.UnitId, me.Path, me.Role == AccountRole.DistrictOperator);
        return (await db.Units.AsNoTracking().Where(unit => unit.Id == own || (isOperator && unit.Path.StartsWith(path))).ToListAsync(stop))
            .ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase);
    }

    // By the last name that a code had: people write addresses by communes whose time is over.
    private async Task<IReadOnlyDictionary<string, string>> CommunesOf(IReadOnlyList<WrittenPlace> written, CancellationToken stop)
    {
        var codes = written.Select(row => row.Commune).Where(IsCode).Select(CodeOf).Distinct(StringComparer.Ordinal).ToArray();
        var places = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && EF.Parameter(codes).Contains(place.Code)).OrderBy(place => place.ValidFrom).ToListAsync(stop);
        return places.GroupBy(place => place.Code, StringComparer.Ordinal).ToDictionary(code => code.Key, code => code.Last().Name, StringComparer.Ordinal);
    }

    private static bool IsCode(string commune) => commune.Length > 0 && commune.All(char.IsAsciiDigit);

    // A spreadsheet takes the leading 0 off.
    private static string CodeOf(string commune) => commune.PadLeft(5, '0');

    private static bool Same(string one, string? other) => string.Equals(HeadingText.Fold(one), HeadingText.Fold(other ?? ""), StringComparison.Ordinal);

    private static (long, string, string) KeyOf(long unitId, string name, string address) => (unitId, HeadingText.Fold(name), HeadingText.Fold(address));

    private sealed record ReadRow(PlaceForm Form, Unit? Unit, List<PlaceProblem> Problems);
}
