using System.Globalization;
using System.Text;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Messages.Channels;

/// <summary>Writes messages as text files, the latest last: for sample houses, where there is no phone to send to.</summary>
internal sealed class FolderChannel(HouseSettings house) : IMessageChannel
{
    /// <summary>Name of the folder in the house's.</summary>
    public const string Name = "messages";

    public async Task<Tried> Send(OutgoingMessage message, CancellationToken stop)
    {
        var folder = Directory.CreateDirectory(Path.Combine(house.Folder, Name));
        var name = string.Create(CultureInfo.InvariantCulture, $"{message.At:yyyyMMdd-HHmmss}-{message.Kind}-{message.Key:N}").ToLowerInvariant();
        var (draft, file) = (Path.Combine(folder.FullName, name + ".part"), Path.Combine(folder.FullName, name + ".txt"));

        // Whole or not at all, and the same file when it is written again.
        await File.WriteAllTextAsync(draft, $"{message.Phone.InFull()}\n\n{message.Words}\n", Encoding.UTF8, stop);
        File.Move(draft, file, overwrite: true);
        return Tried.Sent;
    }
}
