using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing.Fitting;

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

    // By field, context and level, the eight classes side by side.
    private readonly float[] _logM = new float[Evidence.Fields * EvidenceLevels.Most * DamageClasses.Count];
    private readonly float[] _logContexts = new float[Evidence.Fields * EvidenceLevels.Most * DamageClasses.Count];
    private readonly float[] _logShares = new float[DamageClasses.Count];

    internal LinkageModel(
        double[] shares, double[][][] contexts, double[][][] m, double inRegister, ChanceAgreement chance)
    {
        Shares = shares;
        Contexts = contexts;
        M = m;
        InRegister = inRegister;
        Chance = chance;
        for (var damage = 0; damage < DamageClasses.Count; damage++)
        {
            _logShares[damage] = Log(shares[damage]);
            for (var field = 0; field < Evidence.Fields; field++)
            {
                for (var level = 0; level < m[damage][field].Length; level++)
                    _logM[Place(field, level) + damage] = Log(m[damage][field][level]);
                for (var context = 0; context < contexts[damage][field].Length; context++)
                    _logContexts[Place(field, context) + damage] = Log(contexts[damage][field][context]);
            }
        }
    }

    /// <summary>The share of records not matched whose person is in the register.</summary>
    public double InRegister { get; }

    internal double[] Shares { get; }

    /// <summary>How often a record of each class of damage has each context of a field.</summary>
    internal double[][][] Contexts { get; }

    /// <summary>By class of damage, field, and level within its context.</summary>
    internal double[][][] M { get; }

    internal ChanceAgreement Chance { get; }

    /// <summary>What is assumed before anything was seen.</summary>
    internal static LinkageModel Prior { get; } = new(
        [.. Enumerable.Range(0, DamageClasses.Count).Select(DamageClasses.ShareBefore)],
        ByClassAndField((_, field) => DamageClasses.ContextsBefore(field)),
        ByClassAndField((damage, field) => [.. EvidenceLevels.ContextsOf(field).SelectMany(_ => DamageClasses.Before(damage, field))]),
        0.98, ChanceAgreement.Assumed);

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

    /// <summary>The chance of a candidate beside that of nobody: both are divided by the sum of all.</summary>
    /// <param name="logWeight">The candidate's weight.</param>
    /// <param name="people">How many people the register has.</param>
    internal double ChanceOf(float logWeight, double people) => InRegister / people * Math.Exp(Math.Min(logWeight, 200));

    /// <summary>The chance that the person was not found.</summary>
    /// <param name="hidden">The chance of people of the register whom no road leads to, as the candidates' weights are.</param>
    internal double Nobody(double hidden) => 1 - InRegister + InRegister * hidden;

    /// <summary>How likely each class of damage is for a record with the contexts that the evidence shows; logarithms.</summary>
    internal Vector256<float> LogShares(in Evidence evidence)
    {
        var sum = Vector256.Create(_logShares);
        foreach (var field in EvidenceLevels.Fields)
            sum += Load(_logContexts, Place((int)field, evidence.ContextOf(field)));
        return sum - Vector256.Create(LogSum(sum));
    }

    /// <summary>The logarithm of how much likelier the evidence is for the person than for a random one.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="logShares">What <see cref="LogShares"/> says of the record.</param>
    internal float LogWeight(in Evidence evidence, Vector256<float> logShares) =>
        LogSum(LogClasses(evidence, logShares)) - SumOfLogU(evidence);

    /// <summary>How likely each class of damage is, given that the evidence is of the person.</summary>
    internal Vector256<float> Classes(in Evidence evidence, Vector256<float> logShares)
    {
        var classes = LogClasses(evidence, logShares);
        return Vector256.Exp(classes - Vector256.Create(LogSum(classes)));
    }

    /// <summary>What one field adds, averaged over the classes as likely as they are.</summary>
    internal double LogWeight(in Evidence evidence, EvidenceField field)
    {
        var logM = Load(_logM, Place((int)field, evidence.Levels[(int)field]));
        return Vector256.Sum(Classes(evidence, LogShares(evidence)) * logM) - evidence.LogU[(int)field];
    }

    private static double[][][] ByClassAndField(Func<int, EvidenceField, double[]> make) =>
        [.. Enumerable.Range(0, DamageClasses.Count).Select(damage =>
            EvidenceLevels.Fields.Select(field => make(damage, field)).ToArray())];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> LogClasses(in Evidence evidence, Vector256<float> sum)
    {
        for (var field = 0; field < Evidence.Fields; field++) sum += Load(_logM, Place(field, evidence.Levels[field]));
        return sum;
    }

    private static float LogSum(Vector256<float> values)
    {
        var most = Largest(values);
        return most + MathF.Log(Vector256.Sum(Vector256.Exp(values - Vector256.Create(most))));
    }

    private static float Log(double chance) => MathF.Log((float)Math.Max(1e-9, chance));

    private static Vector256<float> Load(float[] from, int place) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)place);

    private static int Place(int field, int level) => (field * EvidenceLevels.Most + level) * DamageClasses.Count;

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
