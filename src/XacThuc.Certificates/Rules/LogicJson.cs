using System.Globalization;
using System.Text.Json;

namespace XacThuc.Certificates.Rules;

/// <summary>Values written as JSON, for who asked to see them: what rules look at is personal.</summary>
public static class LogicJson
{
    /// <summary>Writes a value; a date-time as text in UTC to the millisecond, a whole number without a fraction.</summary>
    public static void Write(this Utf8JsonWriter json, LogicValue value)
    {
        switch (value.Kind)
        {
            case LogicKind.Null:
                json.WriteNullValue();
                break;
            case LogicKind.Boolean:
                json.WriteBooleanValue(value.AsNumber != 0);
                break;
            case LogicKind.Number when value.FindWhole() is { } whole:
                json.WriteNumberValue(whole);
                break;
            case LogicKind.Number:
                json.WriteNumberValue(value.AsNumber);
                break;
            case LogicKind.Text:
                json.WriteStringValue(value.AsText);
                break;
            case LogicKind.DateTime:
                json.WriteStringValue(DateTime.UnixEpoch.AddMilliseconds(value.AsNumber).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case LogicKind.List:
                json.WriteStartArray();
                foreach (var item in value.AsList) json.Write(item);
                json.WriteEndArray();
                break;
            case LogicKind.Record:
                json.WriteStartObject();
                var record = value.AsRecord;
                for (var i = 0; i < record.Values.Length; i++)
                {
                    json.WritePropertyName(record.Form.Names[i]);
                    json.Write(record.Values[i]);
                }

                json.WriteEndObject();
                break;
        }
    }
}
