using System.Text.Json;

namespace XacThuc.Certificates.Hcert;

/// <summary>Parts of what others wrote as JSON: there or not, of the kind that is asked or not.</summary>
internal static class CertificateJson
{
    extension(JsonElement json)
    {
        /// <summary>The text of a name; none where there is no such, or it is no text.</summary>
        public string? FindText(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
