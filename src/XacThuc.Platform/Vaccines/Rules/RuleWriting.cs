using System.Text.Json;
using System.Text.Json.Serialization;
using XacThuc.Certificates.Rules;

namespace XacThuc.Platform.Vaccines.Rules;

/// <summary>Values that are a text in the data.</summary>
internal sealed class WrittenAsText<T> : JsonConverter<T> where T : IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Expressions in CertLogic: read only, and only valid ones.</summary>
internal sealed class WrittenInLogic : JsonConverter<LogicExpression>
{
    public override LogicExpression Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var expression = LogicExpression.Read(JsonElement.ParseValue(ref reader));
        return expression.Issues is [var issue, ..] ? throw new JsonException(issue.Message) : expression;
    }

    public override void Write(Utf8JsonWriter writer, LogicExpression value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Rules are written by people.");
}
