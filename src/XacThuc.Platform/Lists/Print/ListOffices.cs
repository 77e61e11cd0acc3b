using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Documents;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Lists.Print;

/// <summary>Who has to do with a list, as its forms name them.</summary>
internal sealed class ListOffices
{
    private static readonly string[] Kinds = ["Xã ", "Phường ", "Thị trấn ", "Huyện "];
    private readonly IReadOnlyDictionary<string, Place> _places;

    private ListOffices(SurveyList list, Unit unit, string above, IReadOnlyDictionary<string, Place> places, IEnumerable<Unit> here)
    {
        (List, Unit, Above, _places) = (list, unit.Name, above, places);
        Abbreviation = unit.Code.Split('-')[0];
        var all = here.Append(unit).ToList();
        string Of(UnitKind kind, string otherwise) =>
            all.FindLast(one => one.Kind == kind)?.Name ?? $"{otherwise} {InSentence(list.CommuneCode)}";
        Committee = Of(UnitKind.CommuneCommittee, "Ủy ban nhân dân");
        Health = unit.Kind == UnitKind.CommuneCommittee ? Of(UnitKind.HealthStation, "Trạm Y tế") : unit.Name;
    }

    /// <summary>The list.</summary>
    public SurveyList List { get; }

    /// <summary>The unit that draws it up.</summary>
    public string Unit { get; }

    /// <summary>The unit as numbers of its papers name it: <c>TYT</c>.</summary>
    public string Abbreviation { get; }

    /// <summary>The health unit: that one, or the station of the committee's commune.</summary>
    public string Health { get; }

    /// <summary>The commune committee.</summary>
    public string Committee { get; }

    /// <summary>The police of the list's commune.</summary>
    public string Police => PoliceOf(List.CommuneCode);

    private string Above { get; }

    /// <summary>The heading of a form of the list.</summary>
    public OfficialHead Head(string number, DateOnly? day = null) => new(Above, Unit, number, day is null ? "" : PlainNameOf(List.CommuneCode), day);

    /// <summary>The name of a commune; its code where it is unknown.</summary>
    public string NameOf(string code) => _places.TryGetValue(code, out var place) ? place.Name : code;

    /// <summary>The police of a commune.</summary>
    public string PoliceOf(string code) => $"Công an {InSentence(code)}";

    /// <summary>Where somebody lives: the hamlet, and the commune where it is another than the list's or no hamlet is known.</summary>
    public string ResidenceOf(ListedPerson person)
    {
        var isHere = person.CommuneCode.Length == 0 || person.CommuneCode.Equals(List.CommuneCode, StringComparison.Ordinal);
        return person.Hamlet.Length == 0 ? NameOf(isHere ? List.CommuneCode : person.CommuneCode)
            : isHere ? person.Hamlet
            : $"{person.Hamlet}, {InSentence(person.CommuneCode)}";
    }

    /// <summary>Finds them.</summary>
    public static async Task<ListOffices> Find(PlatformDb db, SurveyList list, CancellationToken stop)
    {
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == list.UnitId, stop);
        var others = await db.Units.AsNoTracking()
            .Where(one => one.PlaceCode == list.CommuneCode || one.Kind == UnitKind.DistrictHealthCentre).OrderBy(one => one.Id).ToListAsync(stop);
        var above = unit.Kind is UnitKind.HealthStation or UnitKind.VaccinationFacility
            ? others.Find(one => one.Kind == UnitKind.DistrictHealthCentre && unit.Path.StartsWith(one.Path, StringComparison.Ordinal))?.Name ?? ""
            : "";
        var codes = await db.Set<ListedPerson>().Where(person => person.ListId == list.Id).Select(person => person.CommuneCode).Distinct().ToListAsync(stop);
        codes.Add(list.CommuneCode);
        var places = (await db.Places.AsNoTracking().Where(place => codes.Contains(place.Code)).ToListAsync(stop))
            .OrderByDescending(place => place.ValidFrom).DistinctBy(place => place.Code, StringComparer.Ordinal)
            .ToDictionary(place => place.Code, StringComparer.Ordinal);
        var here = others.Where(one => one.PlaceCode.Equals(list.CommuneCode, StringComparison.Ordinal));
        return new ListOffices(list, unit, above, places, here);
    }

    private string InSentence(string code) => _places.TryGetValue(code, out var place) ? place.NameInSentence : code;

    // Decree 30/2020/NĐ-CP: a place is named without its kind, unless a number names it.
    private string PlainNameOf(string code)
    {
        var name = NameOf(code);
        var kind = Array.Find(Kinds, kind => name.StartsWith(kind, StringComparison.Ordinal)) ?? "";
        return char.IsAsciiDigit(name[kind.Length]) ? name : name[kind.Length..];
    }
}
