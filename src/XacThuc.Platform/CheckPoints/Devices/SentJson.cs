using System.Text.Json;
using Microsoft.AspNetCore.Http;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>Reads what a device sends: at most a megabyte; what is damaged is refused and never quoted.</summary>
internal static class SentJson
{
    /// <summary>The most that is read.</summary>
    public const int Largest = 1 << 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    public static async Task<Result<T>> Read<T>(HttpRequest request, CancellationToken stop) where T : class
    {
        if (request.ContentLength > Largest) return DeviceRefusals.TooLarge;
        try
        {
            await using var body = new MemoryStream();
            var part = new byte[16 * 1024];
            for (int read; (read = await request.Body.ReadAsync(part, stop)) > 0;)
            {
                if (body.Length + read > Largest) return DeviceRefusals.TooLarge;
                body.Write(part, 0, read);
            }

            return JsonSerializer.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length), Options) is { } sent ? sent : DeviceRefusals.NotRead;
        }
        catch (JsonException)
        {
            return DeviceRefusals.NotRead;
        }
        catch (BadHttpRequestException)
        {
            return DeviceRefusals.NotRead;
        }
    }
}
