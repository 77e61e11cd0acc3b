using System.Text.Json;

namespace XacThuc.Matching.Weighing;

/// <summary>
/// The fitted model of Fellegi and Sunter (1969): for each field and level, m, the probability that a record that is not
/// matched reaches the level with the person it is about; and the share of such records whose person is in the register.
/// u comes from the register's own frequencies. Immutable; a file that can be read, reviewed and pinned.
/// </summary>
public sealed class LinkageModel
{
    /// <summary>The version of the file's form.</summary>
    public const int FormVersion = 1;

    private readonly float[] _logM = new float[Evidence.Fields * Evidence.MaxLevels];

    internal LinkageModel(double[][] m, double inRegister, ChanceAgreement chance)
    {
        M = m;
        InRegister = inRegister;
        Chance = chance;
        for (var field = 0; field < Evidence.Fields; field++)
            for (var level = 0; level < Evidence.MaxLevels; level++)
                _logM[field * Evidence.MaxLevels + level] =
                    level < m[field].Length ? MathF.Log((float)Math.Max(1e-9, m[field][level])) : 0;
    }

    /// <summary>The share of records not matched whose person is in the register.</summary>
    public double InRegister { get; }

    internal ChanceAgreement Chance { get; }

    internal double[][] M { get; }

    /// <summary>Names of the levels of each field, as they stand in the file.</summary>
    internal static string[][] LevelNames { get; } =
    [
        Enum.GetNames<NumberLevel>(), Enum.GetNames<NameLevel>(), Enum.GetNames<NameLevel>(), Enum.GetNames<NameLevel>(),
        Enum.GetNames<DateLevel>(), Enum.GetNames<SexLevel>(), Enum.GetNames<CommuneLevel>(),
    ];

    /// <summary>Whether a field has the level Unknown, always the last, which weighs nothing.</summary>
    internal static bool HasUnknown(int field) => string.Equals(LevelNames[field][^1], "Unknown", StringComparison.Ordinal);

    /// <summary>What is assumed before anything was seen.</summary>
    internal static LinkageModel Prior { get; } = new(
        [
            [.60, .02, .06, .02, .03, .01, .04, .02, .20, 1],
            [.92, .03, .02, .01, .01, .01],
            [.88, .04, .02, .01, .03, .02],
            [.90, .04, .03, .01, .01, .01],
            [.70, .03, .05, .04, .05, .03, .02, .04, .02, .02, 1],
            [.97, .03, 1],
            [.85, .08, .07, 1],
        ],
        0.98, ChanceAgreement.Assumed);

    /// <summary>Reads a model from its file's text.</summary>
    /// <returns>The model, or <see langword="null"/> when the text is no model of this version.</returns>
    public static LinkageModel? TryParse(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, LinkageModelJson.Default.LinkageModelFile);
            if (file is not { Form: FormVersion, M: not null, Chance: not null }) return null;
            var m = new double[Evidence.Fields][];
            foreach (var field in Enum.GetValues<EvidenceField>())
            {
                if (!file.M.TryGetValue(field.ToString(), out var levels)) return null;
                m[(int)field] = [.. LevelNames[(int)field].Select(name => levels.GetValueOrDefault(name, double.NaN))];
                if (m[(int)field].Any(value => !(value is >= 0 and <= 1))) return null;
            }

            return file.InRegister is > 0 and < 1 ? new LinkageModel(m, file.InRegister, file.Chance) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of the model's file.</summary>
    public string ToJson()
    {
        var m = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var field in Enum.GetValues<EvidenceField>())
            m[field.ToString()] = LevelNames[(int)field].Zip(M[(int)field])
                .ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 6), StringComparer.Ordinal);
        return JsonSerializer.Serialize(
            new LinkageModelFile(FormVersion, InRegister, Chance, m), LinkageModelJson.Default.LinkageModelFile);
    }

    /// <summary>The logarithm of how much likelier the evidence is for the person than for a random one.</summary>
    internal double LogWeight(in Evidence evidence)
    {
        var sum = 0f;
        for (var field = 0; field < Evidence.Fields; field++)
            sum += _logM[field * Evidence.MaxLevels + evidence.Levels[field]] - evidence.LogU[field];
        return sum;
    }

    internal double LogWeight(in Evidence evidence, EvidenceField field) =>
        _logM[(int)field * Evidence.MaxLevels + evidence.Levels[(int)field]] - evidence.LogU[(int)field];
}
