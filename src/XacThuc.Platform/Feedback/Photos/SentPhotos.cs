using System.Net;
using Microsoft.AspNetCore.Http;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Photos;

/// <summary>Photos as a form sends them: counted by network before anything is decoded, all read or none.</summary>
internal sealed class SentPhotos(AddressMeters meters)
{
    /// <summary>A form is no larger: photos at their largest, and what is written around them.</summary>
    public const long MostBytes = (KeepPhoto.MostOfACase * (long)PhotoReading.Largest) + (1 << 20);

    /// <summary>Reads them.</summary>
    public async Task<Result<IReadOnlyList<ReadPhoto>>> Read(IReadOnlyCollection<IFormFile> files, IPAddress? from, CancellationToken stop)
    {
        var read = new List<ReadPhoto>();
        if (files.Count == 0) return read;
        if (!meters.MaySendPhotos(from)) return RegisterRefusals.TooManyOfAddress;
        foreach (var file in files.Take(KeepPhoto.MostOfACase))
        {
            await using var content = file.OpenReadStream();
            if (!(await PhotoReading.Of(content, stop)).TryGet(out var photo, out var refusal)) return refusal;
            read.Add(photo);
        }

        return read;
    }
}
