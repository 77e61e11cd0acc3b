

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>The names of all comparison levels and contexts, read from their declarations.</summary>
internal static class EvidenceLevels
{
    /// <summary>No field has more contexts times levels.</summary>
    public const int Most = 33;

    private static readonly string[][] Levels =
    [
        Enum.GetNames<NumberLevel>(), Enum.GetNames<NameLevel>(), Enum.GetNames<NameLevel>(), Enum.GetNames<NameLevel>(),
        Enum.GetNames<DateLevel>(), Enum.GetNames<SexLevel>(), Enum.GetNames<CommuneLevel>(),
    ];

    private static readonly string[][] Contexts =
    [
        Enum.GetNames<NumberContext>(), Enum.GetNames<NameContext>(), Enum.GetNames<NameContext>(),
        Enum.GetNames<NameContext>(), Enum.GetNames<DateContext>(), ["Any"], ["Any"],
    ];

    private static readonly int[] Counts = [.. Levels.Select(names => names.Length)];

    public static EvidenceField[] Fields { get; } = Enum.GetValues<EvidenceField>();

    public static int Count(EvidenceField field) => Counts[(int)field];

    /// <summary>Levels that weigh something: all but Unknown, which is the last where there is one.</summary>
    public static int CountKnown(EvidenceField field) =>
        string.Equals(Levels[(int)field][^1], "Unknown", StringComparison.Ordinal) ? Count(field) - 1 : Count(field);

    public static string[] NamesOf(EvidenceField field) => Levels[(int)field];

    public static string[] ContextsOf(EvidenceField field) => Contexts[(int)field];
}
