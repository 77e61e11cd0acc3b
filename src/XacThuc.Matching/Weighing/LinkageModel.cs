using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace XacThuc.Matching.Weighing;

/// <summary>
/// The fitted model of Fellegi and Sunter (1969) with latent classes of damage: for each class, field and level, m, the
/// probability that a record which is not matched reaches the level with the person it is about; and the share of such
/// records whose person is in the register. u comes from the register's own frequencies. Immutable; a file that can be
/// read, reviewed and pinned.
/// </summary>
public sealed class LinkageModel
{
    /// <summary>The version of the file's form.</summary>
    public const int FormVersion = 1;

    // By field and level, the eight classes side by side.
    private readonly float[] _logM = new float[Evidence.Fields * Evidence.MaxLevels * DamageClasses.Count];
    private readonly float[] _logShares = new float[DamageClasses.Count];

    internal LinkageModel(double[] shares, double[][][] m, double inRegister, ChanceAgreement chance)
    {
        Shares = shares;
        M = m;
        InRegister = inRegister;
        Chance = chance;
        for (var damage = 0; damage < DamageClasses.Count; damage++)
        {
            _logShares[damage] = MathF.Log((float)Math.Max(1e-9, shares[damage]));
            for (var field = 0; field < Evidence.Fields; field++)
                for (var level = 0; level < m[damage][field].Length; level++)
                    _logM[Place(field, level) + damage] = MathF.Log((float)Math.Max(1e-9, m[damage][field][level]));
        }
    }

    /// <summary>The share of records not matched whose person is in the register.</summary>
    public double InRegister { get; }

    internal double[] Shares { get; }

    /// <summary>By class of damage, field and level.</summary>
    internal double[][][] M { get; }

    internal ChanceAgreement Chance { get; }

    /// <summary>Names of the levels of each field, as they stand in the file.</summary>
    internal static string[][] LevelNames { get; } =
    [
        Enum.GetNames<NumberLevel>(), Enum.GetNames<NameLevel>(), Enum.GetNames<NameLevel>(), Enum.GetNames<NameLevel>(),
        Enum.GetNames<DateLevel>(), Enum.GetNames<SexLevel>(), Enum.GetNames<CommuneLevel>(),
    ];

    /// <summary>What is assumed before anything was seen.</summary>
    internal static LinkageModel Prior { get; } = new(
        [.. Enumerable.Range(0, DamageClasses.Count).Select(DamageClasses.ShareBefore)],
        [.. Enumerable.Range(0, DamageClasses.Count).Select(damage =>
            Enum.GetValues<EvidenceField>().Select(field => DamageClasses.Before(damage, field)).ToArray())],
        0.98, ChanceAgreement.Assumed);

    /// <summary>Whether a field has the level Unknown, always the last, which weighs nothing.</summary>
    internal static bool HasUnknown(int field) => string.Equals(LevelNames[field][^1], "Unknown", StringComparison.Ordinal);

    /// <summary>Reads a model from its file's text.</summary>
    /// <returns>The model, or <see langword="null"/> when the text is no model of this version.</returns>
    public static LinkageModel? TryParse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, LinkageModelJson.Default.LinkageModelFile)?.ToModel();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of the model's file.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(LinkageModelFile.Of(this), LinkageModelJson.Default.LinkageModelFile);

    /// <summary>The logarithm of how much likelier the evidence is for the person than for a random one.</summary>
    internal float LogWeight(in Evidence evidence)
    {
        var classes = LogClasses(evidence);
        var most = Largest(classes);
        var sum = Vector256.Sum(Vector256.Exp(classes - Vector256.Create(most)));
        return most + MathF.Log(sum) - SumOfLogU(evidence);
    }

    /// <summary>How likely each class of damage is, given that the evidence is of the person.</summary>
    internal Vector256<float> Classes(in Evidence evidence)
    {
        var classes = LogClasses(evidence);
        var shares = Vector256.Exp(classes - Vector256.Create(Largest(classes)));
        return shares / Vector256.Create(Vector256.Sum(shares));
    }

    /// <summary>What one field adds, averaged over the classes as likely as they are.</summary>
    internal double LogWeight(in Evidence evidence, EvidenceField field)
    {
        var logM = Load(Place((int)field, evidence.Levels[(int)field]));
        return Vector256.Sum(Classes(evidence) * logM) - evidence.LogU[(int)field];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> LogClasses(in Evidence evidence)
    {
        var sum = Vector256.Create(_logShares);
        for (var field = 0; field < Evidence.Fields; field++) sum += Load(Place(field, evidence.Levels[field]));
        return sum;
    }

    private Vector256<float> Load(int place) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_logM), (nuint)place);

    private static int Place(int field, int level) => (field * Evidence.MaxLevels + level) * DamageClasses.Count;

    private static float SumOfLogU(in Evidence evidence)
    {
        var sum = 0f;
        for (var field = 0; field < Evidence.Fields; field++) sum += evidence.LogU[field];
        return sum;
    }

    private static float Largest(Vector256<float> values)
    {
        var half = Vector128.Max(values.GetLower(), values.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        return MathF.Max(half[0], half[1]);
    }
}
