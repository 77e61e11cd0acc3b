using System.Security.Cryptography;
using System.Text.Json;
using XacThuc.Exchange.Messages;

namespace XacThuc.Exchange.Delivery.Wire;

/// <summary>One question of a bundle as it was read: its id, the digest of its JSON, itself.</summary>
internal readonly record struct BundledQuestion<T>(Guid Id, byte[] Digest, T Message);

/// <summary>
/// Questions that are asked in the same moment, under one signature: <c>[{"id": …, "message": …}, …]</c>; and their answers
/// in the same order: <c>[{"id": …, "answer": …} or {"id": …, "problem": …}, …]</c>.
/// </summary>
internal static class Bundle
{
    /// <summary>The most questions in a bundle.</summary>
    public const int Most = 256;

    public const string PathEnd = "/many";

    private const string IdName = "id", MessageName = "message", AnswerName = "answer", ProblemName = "problem";

    public static void WriteQuestion<T>(Utf8JsonWriter writer, Guid id, T message)
    {
        writer.WriteStartObject();
        writer.WriteString(IdName, id);
        writer.WritePropertyName(MessageName);
        JsonSerializer.Serialize(writer, message, BorderJsonOptions.Of<T>());
        writer.WriteEndObject();
    }

    public static void WriteProblem(Utf8JsonWriter writer, Guid id, BorderProblem problem)
    {
        writer.WriteStartObject();
        writer.WriteString(IdName, id);
        writer.WritePropertyName(ProblemName);
        JsonSerializer.Serialize(writer, problem, ProblemJson.Default.BorderProblem);
        writer.WriteEndObject();
    }

    public static void WriteAnswer<T>(Utf8JsonWriter writer, Guid id, T answer)
    {
        writer.WriteStartObject();
        writer.WriteString(IdName, id);
        writer.WritePropertyName(AnswerName);
        JsonSerializer.Serialize(writer, answer, BorderJsonOptions.Of<T>());
        writer.WriteEndObject();
    }

    public static bool TryReadQuestions<T>(ReadOnlySpan<byte> json, List<BundledQuestion<T>> questions)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            Expect(reader.Read() && reader.TokenType is JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
            {
                Expect(questions.Count < Most);
                var id = ReadId(ref reader);
                Expect(reader.Read() && IsProperty(ref reader, MessageName) && reader.Read());
                var start = (int)reader.TokenStartIndex;
                var message = JsonSerializer.Deserialize(ref reader, BorderJsonOptions.Of<T>());
                Expect(message is not null);
                questions.Add(new(id, SHA256.HashData(json[start..(int)reader.BytesConsumed]), message!));
                Expect(reader.Read() && reader.TokenType is JsonTokenType.EndObject);
            }

            Expect(reader.TokenType is JsonTokenType.EndArray && !reader.Read());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Gives each answer to <paramref name="take"/>; false where it is not the answer to these questions.</summary>
    public static bool TryReadAnswers<T>(
        ReadOnlySpan<byte> json, IReadOnlyList<Guid> ids, Action<int, T?, BorderProblem?> take)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            Expect(reader.Read() && reader.TokenType is JsonTokenType.StartArray);
            for (var i = 0; i < ids.Count; i++)
            {
                Expect(reader.Read() && reader.TokenType is JsonTokenType.StartObject && ReadId(ref reader) == ids[i] && reader.Read());
                var isAnswer = IsProperty(ref reader, AnswerName);
                Expect((isAnswer || IsProperty(ref reader, ProblemName)) && reader.Read());
                if (isAnswer) take(i, JsonSerializer.Deserialize(ref reader, BorderJsonOptions.Of<T>()), null);
                else take(i, default, ReadProblem(ref reader));
                Expect(reader.Read() && reader.TokenType is JsonTokenType.EndObject);
            }

            Expect(reader.Read() && reader.TokenType is JsonTokenType.EndArray);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static BorderProblem ReadProblem(ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize(ref reader, ProblemJson.Default.ReadProblem) is { Code: not null } read
            ? new BorderProblem(read.Status, read.Code, read.Vi, read.En)
            : BorderProblems.NotTheirAnswer;

    private static Guid ReadId(ref Utf8JsonReader reader)
    {
        Expect(reader.Read() && IsProperty(ref reader, IdName) && reader.Read());
        Expect(reader.TokenType is JsonTokenType.String && reader.TryGetGuid(out _));
        return reader.GetGuid();
    }

    private static bool IsProperty(ref Utf8JsonReader reader, string name) =>
        reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals(name);

    private static void Expect(bool isSo)
    {
        if (!isSo) throw new JsonException();
    }
}
