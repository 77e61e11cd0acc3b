using Microsoft.Extensions.DependencyInjection;

namespace XacThuc.Platform.Feedback.Photos;

/// <summary>Photos of reports as a part of the house.</summary>
internal static class PhotosRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddFeedbackPhotos(this IServiceCollection services) =>
        services.AddSingleton<PhotoVault>().AddScoped<KeepPhoto>().AddScoped<SentPhotos>();
}
