using System.Text.Json.Serialization;

namespace XacThuc.Matching.Weighing;

/// <summary>A model as it stands in its file.</summary>
internal sealed record LinkageModelFile(int Form, double InRegister, ChanceAgreement Chance, ModelClass[] Classes)
{
    public static LinkageModelFile Of(LinkageModel model) => new(
        LinkageModel.FormVersion, model.InRegister, model.Chance,
        [.. model.M.Select((m, damage) => new ModelClass(
            Math.Round(model.Shares[damage], 8),
            Enum.GetValues<EvidenceField>().ToDictionary(
                field => field.ToString(),
                field => LinkageModel.LevelNames[(int)field].Zip(m[(int)field])
                    .ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 8), StringComparer.Ordinal),
                StringComparer.Ordinal)))]);

    /// <summary>The model; <see langword="null"/> when the file is not whole or not of this version.</summary>
    public LinkageModel? ToModel()
    {
        if (Form != LinkageModel.FormVersion || InRegister is not (> 0 and < 1) || Chance is null ||
            Classes?.Length != DamageClasses.Count || !Chance.IsSound) return null;

        var m = new double[DamageClasses.Count][][];
        for (var damage = 0; damage < m.Length; damage++)
        {
            m[damage] = new double[Evidence.Fields][];
            foreach (var field in Enum.GetValues<EvidenceField>())
            {
                if (Classes[damage]?.M?.TryGetValue(field.ToString(), out var levels) is not true) return null;
                m[damage][(int)field] =
                    [.. LinkageModel.LevelNames[(int)field].Select(name => levels.GetValueOrDefault(name, double.NaN))];
                if (m[damage][(int)field].Any(value => !(value is >= 0 and <= 1))) return null;
            }
        }

        return new LinkageModel([.. Classes.Select(each => each.Share)], m, InRegister, Chance);
    }
}

/// <summary>One class of damage: its share of the records, and m by field and level.</summary>
internal sealed record ModelClass(double Share, Dictionary<string, Dictionary<string, double>> M);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkageModelFile))]
internal sealed partial class LinkageModelJson : JsonSerializerContext;
