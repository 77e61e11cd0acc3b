using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace XacThuc.Exchange.Messages;

/// <summary>The JSON of all border messages, read and written by generated code. Every message and answer has its line here.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AuthenticateRecord))]
[JsonSerializable(typeof(RowVerdict))]
[JsonSerializable(typeof(AuthenticateBatch))]
[JsonSerializable(typeof(BatchVerdicts))]
[JsonSerializable(typeof(DecisionMade))]
[JsonSerializable(typeof(RecordsToAuthenticateAgain))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(CleaningListSent))]
[JsonSerializable(typeof(CleaningListSigned))]
[JsonSerializable(typeof(SurveyListSent))]
[JsonSerializable(typeof(SurveyListSigned))]
[JsonSerializable(typeof(SurveyListReturned))]
[JsonSerializable(typeof(CardRequestSent))]
[JsonSerializable(typeof(CardRequestAnswered))]
[JsonSerializable(typeof(SignedListReceipt))]
[JsonSerializable(typeof(SignedList))]
internal sealed partial class BorderJson : JsonSerializerContext;

/// <summary>How border messages are written: strictly, since a changed form is a new kind.</summary>
internal static class BorderJsonOptions
{
    public static JsonSerializerOptions Strict { get; } = Make();

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Strict.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Vietnamese letters as they are: half the bytes.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            AllowDuplicateProperties = false,
            MaxDepth = 16,
        };

        // Messages of tests have no generated code.
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(BorderJson.Default, new DefaultJsonTypeInfoResolver());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }
}
