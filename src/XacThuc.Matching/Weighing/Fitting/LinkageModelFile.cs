using System.Text.Json.Serialization;
using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>A model as it stands in its file.</summary>
internal sealed record LinkageModelFile(int Form, double InRegister, ChanceAgreement Chance, ModelClass[] Classes)
{
    public static LinkageModelFile Of(LinkageModel model) => new(
        LinkageModel.FormVersion, model.InRegister, model.Chance,
        [.. Enumerable.Range(0, DamageClasses.Count).Select(damage => new ModelClass(
            Round(model.Shares[damage]),
            EvidenceLevels.Fields.ToDictionary(
                field => field.ToString(),
                field => EvidenceLevels.ContextsOf(field).Select((context, i) => new ModelContext(
                    context, Round(model.Contexts[damage][(int)field][i]), LevelsOf(model.M[damage][(int)field], field, i))).ToArray(),
                StringComparer.Ordinal)))]);

    /// <summary>The model; <see langword="null"/> when the file is not whole or not of this version.</summary>
    public LinkageModel? ToModel()
    {
        if (Form != LinkageModel.FormVersion || InRegister is not (> 0 and < 1) || Chance is not { IsSound: true } ||
            Classes?.Length != DamageClasses.Count) return null;

        var contexts = new double[DamageClasses.Count][][];
        var m = new double[DamageClasses.Count][][];
        for (var damage = 0; damage < m.Length; damage++)
        {
            contexts[damage] = new double[Evidence.Fields][];
            m[damage] = new double[Evidence.Fields][];
            foreach (var field in EvidenceLevels.Fields)
            {
                if (Classes[damage]?.Fields?.TryGetValue(field.ToString(), out var read) is not true || read is null ||
                    read.Length != EvidenceLevels.ContextsOf(field).Length || read.Any(each => each?.M is null)) return null;
                contexts[damage][(int)field] = [.. read.Select(each => each.Share)];
                m[damage][(int)field] = [.. read.SelectMany(each => EvidenceLevels.NamesOf(field)
                    .Select(name => each.M.GetValueOrDefault(name, double.NaN)))];
                if (!AreChances(contexts[damage][(int)field]) || !AreChances(m[damage][(int)field])) return null;
            }
        }

        return new LinkageModel([.. Classes.Select(each => each.Share)], contexts, m, InRegister, Chance);
    }

    private static Dictionary<string, double> LevelsOf(double[] m, EvidenceField field, int context)
    {
        var names = EvidenceLevels.NamesOf(field);
        return names.Select((name, level) => (name, Round(m[context * names.Length + level])))
            .ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
    }

    private static bool AreChances(double[] values) => values.All(value => value is >= 0 and <= 1);

    private static double Round(double chance) => Math.Round(chance, 8);
}

/// <summary>One class of damage: its share of the records, and its fields by context.</summary>
internal sealed record ModelClass(double Share, Dictionary<string, ModelContext[]> Fields);

/// <summary>One context of a field: how often it is, and m by level.</summary>
internal sealed record ModelContext(string Context, double Share, Dictionary<string, double> M);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkageModelFile))]
internal sealed partial class LinkageModelJson : JsonSerializerContext;
