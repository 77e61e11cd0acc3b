using System.Text.Json.Serialization;

namespace XacThuc.Matching.Weighing;

internal sealed record LinkageModelFile(
    int Form, double InRegister, ChanceAgreement Chance, Dictionary<string, Dictionary<string, double>> M);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkageModelFile))]
internal sealed partial class LinkageModelJson : JsonSerializerContext;
