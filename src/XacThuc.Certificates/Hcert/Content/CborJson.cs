using System.Buffers;
using System.Formats.Cbor;
using System.Text.Json;

namespace XacThuc.Certificates.Hcert.Content;

/// <summary>CBOR written as JSON and back (RFC 8949, 6.1 and 6.2).</summary>
internal static class CborJson
{
    /// <summary>A value as JSON.</summary>
    public static JsonElement Write(CborValue value)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        // What is copied is sound already: nothing is checked twice.
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { SkipValidation = true })) Write(value, writer);
        return JsonElement.Parse(json.WrittenSpan);
    }

    /// <summary>JSON as the value that would be signed.</summary>
    public static CborValue Read(JsonElement json)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        Write(json, writer);
        var cbor = writer.Encode();
        // How deep it is JSON has said already.
        return CborTree.Read(new CborReader(cbor, CborConformanceMode.Lax), cbor, int.MaxValue);
    }

    private static void Write(CborValue value, Utf8JsonWriter to)
    {
        switch (value.Kind)
        {
            case CborKind.Text:
                to.WriteStringValue(value.Bytes);
                break;
            case CborKind.Bytes:
                to.WriteBase64StringValue(value.Bytes);
                break;
            case CborKind.Unsigned:
                to.WriteNumberValue((ulong)value.Item.Number);
                break;
            case CborKind.Negative:
                to.WriteNumberValue(value.Item.Number);
                break;
            case CborKind.Float:
                to.WriteNumberValue(BitConverter.Int64BitsToDouble(value.Item.Number));
                break;
            case CborKind.True or CborKind.False:
                to.WriteBooleanValue(value.Kind == CborKind.True);
                break;
            case CborKind.List:
                to.WriteStartArray();
                foreach (var part in value.Within) Write(part, to);
                to.WriteEndArray();
                break;
            case CborKind.Map:
                to.WriteStartObject();
                foreach (var part in value.Within)
                {
                    to.WritePropertyName(part.Name);
                    Write(part, to);
                }

                to.WriteEndObject();
                break;
            default:
                to.WriteNullValue();
                break;
        }
    }

    private static void Write(JsonElement json, CborWriter to)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                to.WriteStartMap(definiteLength: null);
                // Of a name that stands twice the last one counts, as wherever JSON is read.
                foreach (var field in json.EnumerateObject().GroupBy(field => field.Name, StringComparer.Ordinal).Select(same => same.Last()))
                {
                    to.WriteTextString(field.Name);
                    Write(field.Value, to);
                }

                to.WriteEndMap();
                break;
            case JsonValueKind.Array:
                to.WriteStartArray(definiteLength: null);
                foreach (var item in json.EnumerateArray()) Write(item, to);
                to.WriteEndArray();
                break;
            case JsonValueKind.String:
                to.WriteTextString(json.GetString()!);
                break;
            case JsonValueKind.Number when json.TryGetUInt64(out var whole):
                to.WriteUInt64(whole);
                break;
            case JsonValueKind.Number when json.TryGetInt64(out var below):
                to.WriteInt64(below);
                break;
            case JsonValueKind.Number:
                to.WriteDouble(json.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                to.WriteBoolean(json.GetBoolean());
                break;
            default:
                to.WriteNull();
                break;
        }
    }
}
