using XacThuc.Web.Hosting;

namespace XacThuc.Register.Population.Import;

/// <summary>Files that were brought and wait for their job, in the house's folder, under names of our own.</summary>
internal static class Uploads
{
    public static string PathOf(HouseSettings settings, string name) => Path.Combine(settings.Folder, "uploads", name);

    /// <summary>Writes a body into a file of its own.</summary>
    /// <returns>Its name; <see langword="null"/> where it is larger than allowed, and nothing is left of it.</returns>
    public static async Task<string?> Take(HouseSettings settings, Stream body, long most, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.Combine(settings.Folder, "uploads"));
        var name = Guid.NewGuid().ToString("N");
        var path = PathOf(settings, name);
        var isWhole = false;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
            var buffer = new byte[1 << 16];
            for (var length = 0L; ;)
            {
                var read = await body.ReadAsync(buffer, stop);
                if (read == 0) break;
                if ((length += read) > most) return null;
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }

            isWhole = true;
            return name;
        }
        finally
        {
            if (!isWhole) File.Delete(path);
        }
    }
}
