

namespace XacThuc.Cli.Sample.Damages;

/// <summary>The kinds of damage, as they stand in the truth file.</summary>
internal enum DamageField
{
    Name,
    Date,
    Sex,
    Number,
}

/// <summary>
/// How often and how badly records are damaged. <c>Fields[n]</c> is the weight of n + 1 fields being damaged at once;
/// <c>ByField</c> the weight of each field; within a field each kind has its weight.
/// </summary>
internal sealed record DamageProfile(
    double Damaged, double[] Fields, double[] ByField, (string Kind, double Weight)[] Name, (string Kind, double Weight)[] Date,
    (string Kind, double Weight)[] Sex, (string Kind, double Weight)[] Number, double OtherCommune, double Strangers)
{
    private static readonly (string, double)[] NameKinds =
    [
        ("name.marks_all", 14), ("name.marks_one", 16), ("name.tone", 9), ("name.letter", 18), ("name.spelling", 10),
        ("name.telex", 5), ("name.word_missing", 7), ("name.word_added", 4), ("name.word_order", 3), ("name.joined", 4),
        ("name.given", 3), ("name.family", 2), ("name.middle", 5),
    ];

    private static readonly (string, double)[] DateKinds =
    [
        ("dob.swapped", 12), ("dob.day", 20), ("dob.month", 13), ("dob.year", 20), ("dob.year_only", 10), ("dob.new_year", 12),
        ("dob.several", 4), ("dob.missing", 4), ("dob.unreadable", 5),
    ];

    private static readonly (string, double)[] SexKinds = [("sex.other", 90), ("sex.missing", 10)];

    private static readonly (string, double)[] NumberKinds =
    [
        ("id.digit", 20), ("id.transposed", 13), ("id.dropped", 7), ("id.added", 3), ("id.two_digits", 4), ("id.relative", 13),
        ("id.stranger", 4), ("id.phone", 7), ("id.missing", 22), ("id.malformed", 5), ("id.float", 2),
    ];

    /// <summary>Nothing is damaged.</summary>
    public static DamageProfile None { get; } = new(0, [1], [1, 1, 1, 1], NameKinds, DateKinds, SexKinds, NumberKinds, 0, 0);

    /// <summary>The outcome of the nation in March 2022: 67 right, 25 wrong, 8 not comparable of a hundred.</summary>
    public static DamageProfile National { get; } = new(
        0.325, [86, 12, 2], [42, 27, 7, 30], NameKinds, DateKinds, SexKinds, NumberKinds, 0.08, 0.008);

    /// <summary>Three records in ten, mostly one field.</summary>
    public static DamageProfile Ordinary { get; } = new(
        0.30, [88, 10, 2], [34, 28, 8, 30], NameKinds, DateKinds, SexKinds, NumberKinds, 0.1, 0.01);

    /// <summary>Six records in ten, mostly two or three fields; residence says little.</summary>
    public static DamageProfile Hard { get; } = new(
        0.60, [14, 54, 32], [32, 32, 6, 30], NameKinds, DateKinds, SexKinds, NumberKinds, 0.33, 0.01);

    public static DamageProfile? Find(string name) => name switch
    {
        "none" => None,
        "national" => National,
        "ordinary" => Ordinary,
        "hard" => Hard,
        _ => null,
    };

    public static string Draw((string Kind, double Weight)[] kinds, ref Dice dice)
    {
        var rest = (dice.Next() >> 11) * (1.0 / (1UL << 53)) * kinds.Sum(kind => kind.Weight);
        foreach (var (kind, weight) in kinds)
            if ((rest -= weight) < 0) return kind;
        return kinds[^1].Kind;
    }

    public static int Draw(double[] weights, ref Dice dice)
    {
        var rest = (dice.Next() >> 11) * (1.0 / (1UL << 53)) * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
            if ((rest -= weights[i]) < 0) return i;
        return weights.Length - 1;
    }
}
