using System.Text.Json.Serialization;

namespace XacThuc.Exchange.Delivery.Wire;

/// <summary>Why a message was not answered (RFC 9457), with its sentence in both languages.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable, <c>noun.state</c>.</param>
/// <param name="Vi">Vietnamese sentence.</param>
/// <param name="En">English sentence.</param>
internal sealed record BorderProblem(int Status, string Code, string Vi, string En)
{
    public string Type => $"urn:xacthuc:border:{Code}";

    public string Title => En;

    [JsonIgnore]
    public BorderSentence Sentence => new(Vi, En);

    /// <summary>Whether another try may help by itself: the other house has a fault or is busy.</summary>
    [JsonIgnore]
    public bool IsPassing => Status >= 500 || Status == 429;
}

/// <summary>The problem as it is read: what else stands there is no concern.</summary>
internal sealed record ReadProblem(int Status, string Code, string Vi, string En);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BorderProblem))]
[JsonSerializable(typeof(ReadProblem))]
internal sealed partial class ProblemJson : JsonSerializerContext;
