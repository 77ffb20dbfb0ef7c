# The third-party packages of a native build, from the system.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(FastFloat REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)
find_path(CT_XXHASH_INCLUDE_DIR xxhash.h REQUIRED)
find_path(CT_RAPIDJSON_INCLUDE_DIR rapidjson/document.h REQUIRED)
find_path(CT_MINIZIP_INCLUDE_DIR minizip/unzip.h REQUIRED)
find_library(CT_MINIZIP_LIBRARY minizip REQUIRED)

# xxhash and RapidJSON are used header only.
add_library(ct_xxhash INTERFACE)
target_include_directories(ct_xxhash SYSTEM INTERFACE "${CT_XXHASH_INCLUDE_DIR}")
add_library(ct_rapidjson INTERFACE)
target_include_directories(ct_rapidjson SYSTEM INTERFACE "${CT_RAPIDJSON_INCLUDE_DIR}")
add_library(ct_minizip INTERFACE)
target_include_directories(ct_minizip SYSTEM INTERFACE "${CT_MINIZIP_INCLUDE_DIR}")
target_link_libraries(ct_minizip INTERFACE "${CT_MINIZIP_LIBRARY}" ZLIB::ZLIB)

if(CT_BUILD_TESTS)
    find_package(GTest REQUIRED)
endif()
