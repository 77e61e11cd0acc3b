namespace XacThuc.Cli.Sample;

/// <summary>Where the people of a sample live: communes in order, each with its share, and the province of each.</summary>
internal sealed class Place
{
    // Codes of the 63 provinces of birth registration, as PersonalId knows them.
    private static readonly int[] Provinces =
        [.. Enumerable.Range(1, 96).Where(code => new Matching.PersonalId((ulong)code * 1_000_000_000).IsWellFormed)];

    private readonly int[] _communes;
    private readonly int[] _provinces;

    private Place(int[] communes, int[] provinces, string familyNames) =>
        (_communes, _provinces, FamilyNames) = (communes, provinces, familyNames);

    public string FamilyNames { get; }

    public static Place CaoLocDistrict { get; } = new(
        [.. CaoLoc.Communes.SelectMany(commune => Enumerable.Repeat(commune.Code, commune.Weight))],
        [.. CaoLoc.Communes.SelectMany(commune => Enumerable.Repeat(20, commune.Weight))], "family-border");

    /// <summary>10,600 communes in the 63 provinces; codes in the official range, sizes within a factor of four.</summary>
    public static Place Nation { get; } = MakeNation();

    /// <summary>The commune of a household: people of one commune stand together.</summary>
    public int CommuneOf(double share) => _communes[(int)(share * _communes.Length)];

    public int ProvinceOf(double share) => _provinces[(int)(share * _provinces.Length)];

    public static int OtherProvince(int number) => Provinces[number % Provinces.Length];

    private static Place MakeNation()
    {
        var communes = new List<int>();
        var provinces = new List<int>();
        const int count = 10_600;
        for (var i = 0; i < count; i++)
        {
            var weight = 1 + (int)(Dice.Mix((ulong)i) % 4);
            for (var part = 0; part < weight; part++)
            {
                communes.Add(1 + i * 3);
                provinces.Add(Provinces[(int)((long)i * Provinces.Length / count)]);
            }
        }

        return new Place([.. communes], [.. provinces], "family");
    }
}
